import type { Locale } from '#schema/common/Locale.ts';
import { MatchKind } from '#schema/directory/MatchKind.ts';
import type { MatchReason } from '#schema/directory/MatchReason.ts';
import type { RecordKind } from '#schema/directory/RecordKind.ts';
import { TermKind } from '#schema/directory/TermKind.ts';
import type {
  AreaRow,
  TermRow,
  Vocabulary,
  VocabularyName,
} from '#server/vocabulary/Vocabulary.ts';
import { enumWords } from './enumWords.ts';
import { searchableWords } from './fold.ts';
import { around } from './lexemes.ts';
import type { Meaning } from './Lexicon.ts';
import { soundsOf } from './sound.ts';
import { EXACT, type Reading, type Segment, type Understanding } from './Understanding.ts';
import { parts, stems } from './wordForms.ts';

/** What of an entry a reason can be found in. */
export interface Explained {
  readonly record: RecordKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly affiliations: readonly string[];
  readonly kind: string | null;
  readonly number: string | null;
  readonly languages: readonly number[];
  readonly areas: readonly number[];
  readonly topics: readonly number[];
  readonly communities: readonly number[];
  readonly willingness: readonly string[];
  readonly hasPhone: boolean;
}

interface Text {
  readonly kind: MatchKind;
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
}

/** The names of an entry in words, made once per hit. */
const textsOf = ({ name, aliases, affiliations }: Explained): Text[] =>
  [
    { kind: MatchKind.NAME, text: name },
    ...aliases.map((text) => ({ kind: MatchKind.ALIAS, text })),
    ...affiliations.map((text) => ({ kind: MatchKind.AFFILIATION, text })),
  ].map(({ kind, text }) => {
    const words = searchableWords(text);
    return {
      kind,
      text,
      words: new Set(words),
      parts: new Set(words.flatMap((word) => [...stems(word), ...parts(word)])),
    };
  });

/**
 * Begrunnelse. Why an entry is a hit: for each part of the query the best reasons of each kind, in the words of the record.
 *
 * Follows the same readings as the statement that found it, on the labels of the row.
 */
export function whyOf(
  entry: Explained,
  { groups }: Understanding,
  vocabulary: Vocabulary,
  locale: Locale,
): MatchReason[] {
  const texts = textsOf(entry);
  const reasons: MatchReason[] = [];
  for (const { divisions } of groups) {
    for (const segments of divisions) {
      const found = segments.map((segment) =>
        segment.isEmpty ? [] : reasonsFor(segment, entry, texts, vocabulary, locale),
      );
      if (!segments.length || found.some((some, at) => !some.length && !segments[at]?.isEmpty))
        continue;
      reasons.push(...found.flat());
      break;
    }
  }
  return merged(reasons);
}

/** Words that were found in the same are one reason; a word that was not found as it stands is the one to tell of. */
function merged(reasons: readonly MatchReason[]): MatchReason[] {
  const same = Map.groupBy(reasons, ({ kind, text }) => `${kind} ${text}`);
  return [...same.values()].flatMap((all) => {
    const [first] = all;
    const otherwise = all.find(({ exact }) => !exact);
    if (!first || otherwise) return otherwise ?? [];
    return { ...first, word: [...new Set(all.map(({ word }) => word))].join(' ') };
  });
}

interface Candidate {
  readonly reason: MatchReason;
  readonly rank: number;
}

const MOST_OF_A_KIND = 2;

function reasonsFor(
  segment: Segment,
  entry: Explained,
  texts: readonly Text[],
  vocabulary: Vocabulary,
  locale: Locale,
): MatchReason[] {
  const candidates = segment.readings.flatMap((reading): Candidate[] =>
    found(reading, entry, texts, vocabulary, locale).map((it) => ({
      reason: {
        kind: it.kind,
        word: segment.typed,
        text: it.text,
        exact: reading.quality === EXACT && !it.isBegun,
        isWider: it.isWider ?? false,
      },
      rank: reading.quality * 2 + (reading.as === 'meaning' && reading.isLoose ? 1 : 0),
    })),
  );
  const best = Math.min(...candidates.map(({ rank }) => rank));
  const seen = new Set<string>();
  const perKind = new Map<MatchKind, number>();
  return candidates
    .filter(({ rank }) => rank === best)
    .map(({ reason }) => reason)
    .filter(({ kind, text }) => {
      const count = perKind.get(kind) ?? 0;
      if (seen.has(text) || count >= MOST_OF_A_KIND) return false;
      seen.add(text);
      perKind.set(kind, count + 1);
      return true;
    });
}

interface Place {
  readonly kind: MatchKind;
  readonly text: string;
  readonly isWider?: boolean;
  /** Only the first digits of it were typed. */
  readonly isBegun?: boolean;
}

function found(
  reading: Reading,
  entry: Explained,
  texts: readonly Text[],
  vocabulary: Vocabulary,
  locale: Locale,
): Place[] {
  switch (reading.as) {
    case 'word': {
      const { form, isPrefix, quality } = reading;
      return texts.filter(({ words, parts: inner }) => {
        if (isPrefix) return [...words, ...inner].some((word) => word.startsWith(form));
        return words.has(form) || (quality !== EXACT && inner.has(form));
      });
    }
    case 'words':
      return texts.filter(({ words, parts: inner }) =>
        reading.forms.every((form) => words.has(form) || inner.has(form)),
      );
    case 'sound':
      return texts.filter(({ words }) =>
        [...words].some((word) => soundsOf(word).includes(reading.sound)),
      );
    case 'number':
      if (entry.number?.startsWith(reading.digits))
        return [
          {
            kind: MatchKind.NUMBER,
            text: entry.number.replace(/(?<=^(?:\d{3})+)(?=\d)/g, ' '),
            isBegun: entry.number !== reading.digits,
          },
        ];
      return [{ kind: MatchKind.CONTACT, text: telephoneAsWritten(reading.digits) }];
    case 'address':
      return [{ kind: MatchKind.CONTACT, text: reading.address }];
    case 'meaning': {
      const place = foundMeaning(reading.meaning, reading.isWide, entry, vocabulary, locale);
      return place ? [place] : [];
    }
  }
}

/** The digits of a Norwegian number as people part them: +47 004 31 754. Others stand as they are. */
const telephoneAsWritten = (digits: string): string =>
  digits.replace(
    /^(47)?(?:([489]\d{2}|0\d{2})(\d{2})(\d{3})|(\d{2})(\d{2})(\d{2})(\d{2}))$/,
    (_, country, ...rest: (string | undefined)[]) =>
      [...(country ? ['+47'] : []), ...rest.slice(0, 7).filter((part) => part)].join(' '),
  );

function foundMeaning(
  meaning: Meaning,
  isWide: boolean,
  entry: Explained,
  vocabulary: Vocabulary,
  locale: Locale,
): Place | null {
  const { kind, key, value, area } = meaning;
  const named = (as: MatchKind): Place => ({ kind: as, text: enumWords(meaning, locale) });
  const term = (of: VocabularyName, numbers: readonly number[], as: MatchKind): Place | null => {
    if (!numbers.includes(Number(key))) return null;
    return { kind: as, text: vocabulary.byNumber(of, Number(key), locale)?.name ?? value };
  };
  switch (kind) {
    case TermKind.LANGUAGE:
      return term('Language', entry.languages, MatchKind.LANGUAGE);
    case TermKind.TOPIC:
      return term('Topic', entry.topics, MatchKind.TOPIC);
    case TermKind.COMMUNITY:
      return term('Community', entry.communities, MatchKind.COMMUNITY);
    case TermKind.AREA:
      return area && foundArea(area, isWide, entry, vocabulary, locale);
    case TermKind.ORGANISATION_KIND:
      return entry.kind === key ? named(MatchKind.KIND) : null;
    case TermKind.RECORD_KIND:
      return entry.record === key ? named(MatchKind.KIND) : null;
    case TermKind.WILLINGNESS:
      return entry.willingness.includes(String(key)) ? named(MatchKind.WILLINGNESS) : null;
    case TermKind.HAS_PHONE:
      return entry.hasPhone ? named(MatchKind.CONTACT) : null;
  }
}

/** The area of the entry that is nearest to the one asked for. */
function foundArea(
  asked: AreaRow,
  isWide: boolean,
  entry: Explained,
  vocabulary: Vocabulary,
  locale: Locale,
): Place | null {
  const named = ({ number }: TermRow, isWider: boolean): Place => ({
    kind: MatchKind.AREA,
    text: vocabulary.byNumber('Area', number, locale)?.name ?? '',
    isWider,
  });
  if (entry.areas.includes(asked.number)) return named(asked, false);
  for (const number of entry.areas) {
    const area = vocabulary.byNumber('Area', number, locale) as AreaRow | null;
    if (area && around(area).some((wider) => wider.number === asked.number))
      return named(area, false);
  }
  if (!isWide) return null;
  const wider = around(asked).find(({ number }) => entry.areas.includes(number));
  return wider ? named(wider, true) : null;
}
