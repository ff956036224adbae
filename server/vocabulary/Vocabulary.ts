import type { Locale } from '#schema/common/Locale.ts';
import { locales } from '#schema/common/Locale.ts';
import type { Area } from '#schema/vocabulary/Area.ts';
import type { Row } from '#server/common/Row.ts';

/** Begrep i minnet. A term as every request shares it; never changed. */
export interface TermRow extends Row {
  readonly number: number;
  readonly code: string;
  readonly name: string;
  readonly nameNb: string;
  readonly nameNn: string;
  readonly nameEn: string;
}

/** An area with its place in the tree. */
export interface AreaRow extends TermRow {
  readonly kind: Area['kind'];
  readonly officialName: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  parent: AreaRow | null;
  children: AreaRow[];
}

/** The vocabularies, by the name of their type. */
export const vocabularies = ['Area', 'Language', 'Topic', 'Community'] as const;

export type VocabularyName = (typeof vocabularies)[number];

export type TermColumns = Readonly<Record<string, unknown>> & {
  number: number;
  code: string;
  nameNb: string;
  nameNn: string;
  nameEn: string;
};

interface Terms {
  readonly inOrder: readonly TermRow[];
  readonly byNumber: ReadonlyMap<number, TermRow>;
  readonly byCode: ReadonlyMap<string, TermRow>;
}

const nameIn = { nb: 'nameNb', nn: 'nameNn', en: 'nameEn' } as const;

/**
 * Begrepene. All areas, languages, topics and communities, kept in memory: a few hundred rows that every answer mentions.
 *
 * Replaced as a whole when the tables change, so that one request sees one state.
 */
export class Vocabulary {
  readonly #terms: Record<VocabularyName, Record<Locale, Terms>>;

  constructor(columns: Readonly<Record<VocabularyName, readonly TermColumns[]>>) {
    this.#terms = Object.fromEntries(
      vocabularies.map((vocabulary) => [
        vocabulary,
        Object.fromEntries(
          locales.map((locale) => [locale, termsOf(vocabulary, columns[vocabulary], locale)]),
        ),
      ]),
    ) as Record<VocabularyName, Record<Locale, Terms>>;
  }

  /** All of a vocabulary, in the order of their names; areas in the order of their codes. */
  all(vocabulary: VocabularyName, locale: Locale): readonly TermRow[] {
    return this.#terms[vocabulary][locale].inOrder;
  }

  /** `vocabulary`: the name of its type. */
  byNumber(vocabulary: string, number: number, locale: Locale): TermRow | null {
    return this.#terms[vocabulary as VocabularyName][locale].byNumber.get(number) ?? null;
  }

  byCode(vocabulary: VocabularyName, code: string, locale: Locale): TermRow | null {
    return this.#terms[vocabulary][locale].byCode.get(code) ?? null;
  }

  area(code: string, locale: Locale): AreaRow | null {
    return this.byCode('Area', code, locale) as AreaRow | null;
  }

  areas(locale: Locale): readonly AreaRow[] {
    return this.all('Area', locale) as readonly AreaRow[];
  }
}

function termsOf(
  vocabulary: VocabularyName,
  columns: readonly TermColumns[],
  locale: Locale,
): Terms {
  const rows: TermRow[] = columns.map((term) => ({
    ...term,
    __typename: vocabulary,
    name: term[nameIn[locale]],
  }));
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const collator = new Intl.Collator(locale);
  if (vocabulary === 'Area') {
    rows.sort((a, b) => (a.code < b.code ? -1 : 1));
    plant(rows as AreaRow[], byNumber as Map<number, AreaRow>);
  } else {
    rows.sort((a, b) => collator.compare(a.name, b.name));
  }
  return { inOrder: rows, byNumber, byCode };
}

/** Turns parents' numbers into the parents themselves. */
function plant(areas: AreaRow[], byNumber: ReadonlyMap<number, AreaRow>): void {
  for (const area of areas) area.children = [];
  for (const area of areas) {
    // As it comes from the table, it is the parent's number that stands there.
    area.parent = byNumber.get(area.parent as unknown as number) ?? null;
    area.parent?.children.push(area);
  }
}
