import former from '#schema/vocabulary/formerMunicipalities.json' with { type: 'json' };
import { TermKind } from '#schema/directory/TermKind.ts';
import type { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { AreaKind } from '#schema/vocabulary/AreaKind.ts';
import { foldedWords } from '#server/directory/fold.ts';
import { type Lexicon, lexiconOf } from '#server/directory/Lexicon.ts';
import type { AreaRow, Vocabulary, VocabularyName } from '#server/vocabulary/Vocabulary.ts';
import { kindNamed } from './kindNamed.ts';

/** A term that a text names; else why none, and which might be meant. */
export interface NamedTerm<Found = number> {
  readonly found: Found | null;
  readonly reason?: 'UNKNOWN' | 'AMBIGUOUS' | 'FORMER_MUNICIPALITY' | 'SPLIT_MUNICIPALITY';
  readonly suggestions?: readonly string[];
}

const vocabularyOf = {
  [TermKind.LANGUAGE]: 'Language',
  [TermKind.AREA]: 'Area',
  [TermKind.TOPIC]: 'Topic',
  [TermKind.COMMUNITY]: 'Community',
} as const satisfies Partial<Record<TermKind, VocabularyName>>;

type Vocabular = keyof typeof vocabularyOf;

const mostSuggestions = 3;
const remembered = 5_000;

/**
 * Begreper i en fil. What the words of a cell mean: by name in three languages or by code, as a search understands them.
 *
 * A misspelt name is never taken for another: it is suggested. A municipality that became part of another is suggested as that one; where it
 * was divided, each part is suggested and none is chosen.
 */
export class Terms {
  readonly #lexicon: Lexicon;
  readonly #known = new Map<string, NamedTerm>();
  readonly #formerNames: ReadonlyMap<string, readonly string[]>;

  constructor(readonly vocabulary: Vocabulary) {
    this.#lexicon = lexiconOf(vocabulary);
    this.#formerNames = new Map(
      Object.entries(former.names).map(([name, codes]) => [folded(name), codes]),
    );
  }

  municipality = (text: string): NamedTerm =>
    this.#remember('municipality', text, () => this.#area(text, isMunicipality));

  area = (text: string): NamedTerm =>
    this.#remember('area', text, () => this.#area(text, () => true));

  /** Norwegian is spoken in one language and written in two: who says no more means the one that most write. */
  language = (text: string): NamedTerm =>
    this.#term(TermKind.LANGUAGE, /^(norsk|norwegian)$/i.test(text.trim()) ? 'nb' : text);

  topic = (text: string): NamedTerm => this.#term(TermKind.TOPIC, text);

  community = (text: string): NamedTerm => this.#term(TermKind.COMMUNITY, text);

  kind = (text: string): NamedTerm<OrganisationKind> => kindNamed(this.#lexicon, text);

  #remember(kind: string, text: string, find: () => NamedTerm): NamedTerm {
    const key = `${kind} ${text}`;
    const known = this.#known.get(key) ?? find();
    if (this.#known.size > remembered) this.#known.clear();
    this.#known.set(key, known);
    return known;
  }

  #term(kind: Exclude<Vocabular, TermKind.AREA>, text: string): NamedTerm {
    return this.#remember(kind, text, () => {
      const byCode = this.vocabulary.byCode(vocabularyOf[kind], text.trim(), 'nb');
      if (byCode) return { found: byCode.number };
      return this.#named(kind, folded(text), () => true);
    });
  }

  #area(text: string, fits: (area: AreaRow) => boolean): NamedTerm {
    const code = /^\s*(\d{2,6})\b/.exec(text)?.[1];
    if (code) return this.#areaOfCode(code.length === 3 ? `0${code}` : code, fits);
    // «Våler (Østfold)», «Våler, Innlandet».
    const [, name = text, within = ''] = /^(.*?)\s*[(,]\s*([^(),]+)\)?\s*$/.exec(text) ?? [];
    const around = within ? this.#named(TermKind.AREA, folded(within), () => true).found : null;
    const isWithin = (area: AreaRow) =>
      around === null || ancestors(area).some(({ number }) => number === around);
    const found = this.#named(TermKind.AREA, folded(name), (area) => fits(area) && isWithin(area));
    if (found.found !== null || found.reason === 'AMBIGUOUS') return found;
    const successors = this.#formerNames.get(folded(name.replace(/\bkommune\b/i, '')));
    return successors ? this.#succeeded(successors) : found;
  }

  #areaOfCode(code: string, fits: (area: AreaRow) => boolean): NamedTerm {
    const area = this.vocabulary.area(code, 'nb');
    if (area && fits(area)) return { found: area.number };
    const successors = (former.codes as Readonly<Record<string, readonly string[]>>)[code];
    if (!successors) return { found: null, reason: 'UNKNOWN' };
    // A new number for the same municipality is no choice.
    const [only] = successors;
    const same = successors.length === 1 ? this.vocabulary.area(only!, 'nb') : null;
    return same ? { found: same.number } : this.#succeeded(successors);
  }

  #succeeded(codes: readonly string[]): NamedTerm {
    const suggestions = codes.flatMap((code) => {
      const area = this.vocabulary.area(code, 'nb');
      return area ? [this.#nameOf(area)] : [];
    });
    return {
      found: null,
      reason: codes.length > 1 ? 'SPLIT_MUNICIPALITY' : 'FORMER_MUNICIPALITY',
      suggestions,
    };
  }

  #named(kind: Vocabular, phrase: string, fits: (area: AreaRow) => boolean): NamedTerm {
    const whole = this.#meanings(kind, phrase, fits);
    if (whole.length === 1) return { found: whole[0]! };
    if (whole.length > 1) return this.#ambiguous(kind, whole);
    return { found: null, reason: 'UNKNOWN', suggestions: this.#near(kind, phrase, fits) };
  }

  #meanings(kind: Vocabular, phrase: string, fits: (area: AreaRow) => boolean): number[] {
    const named = this.#lexicon
      .exactly(phrase)
      .filter(({ meaning, naming }) => meaning.kind === kind && naming !== 'part')
      .filter(({ meaning }) => kind !== TermKind.AREA || (meaning.area && fits(meaning.area)));
    const whole = named.filter(({ naming }) => naming === 'whole');
    const areas = (whole.length ? whole : named).map(({ meaning }) => meaning);
    // Who says Agder or Oslo means the largest that is called so and fits.
    const numbers = areas.map(({ key, area }) => ({ number: Number(key), area }));
    if (kind !== TermKind.AREA || numbers.length < 2) return numbers.map(({ number }) => number);
    const outermost = numbers.filter(
      ({ area }) =>
        !numbers.some((other) => area !== other.area && ancestors(area!).includes(other.area!)),
    );
    return outermost.map(({ number }) => number);
  }

  #ambiguous(kind: Vocabular, numbers: readonly number[]): NamedTerm {
    return {
      found: null,
      reason: 'AMBIGUOUS',
      suggestions: numbers
        .slice(0, 2 * mostSuggestions)
        .map((number) => this.#called(kind, number)),
    };
  }

  /** Terms whose names are a slip or two away. */
  #near(kind: Vocabular, phrase: string, fits: (area: AreaRow) => boolean): string[] {
    const words = phrase.split(' ');
    if (words.length > 4) return [];
    let phrases = [''];
    for (const word of words) {
      const near = [...new Set([word, ...this.#lexicon.near(word)])].slice(0, 8);
      phrases = phrases.flatMap((start) => near.map((it) => `${start} ${it}`.trim())).slice(0, 64);
    }
    const numbers = phrases.flatMap((it) => this.#meanings(kind, it, fits));
    return [...new Set(numbers)].slice(0, mostSuggestions).map((it) => this.#called(kind, it));
  }

  #called(kind: Vocabular, number: number): string {
    const term = this.vocabulary.byNumber(vocabularyOf[kind], number, 'nb');
    if (!term) return '';
    return kind === TermKind.AREA ? this.#nameOf(term as AreaRow) : term.name;
  }

  /** By a name that means this one alone. */
  #nameOf(area: AreaRow): string {
    const alone = this.#meanings(TermKind.AREA, folded(area.name), (it) => it.kind === area.kind);
    if (alone.length === 1) return area.name;
    const plain = area.name.replace(/\s*\(.*\)/, '');
    return area.parent ? `${plain} (${area.parent.name})` : plain;
  }
}

const folded = (text: string): string => foldedWords(text).join(' ');

const isMunicipality = ({ kind }: AreaRow): boolean => kind === AreaKind.MUNICIPALITY;

function ancestors(area: AreaRow): AreaRow[] {
  const all: AreaRow[] = [];
  for (let it = area.parent; it; it = it.parent) all.push(it);
  return all;
}
