import type { Locale } from '#schema/common/Locale.ts';
import { MatchKind } from '#schema/directory/MatchKind.ts';
import type { MatchReason } from '#schema/directory/MatchReason.ts';
import type { Vocabulary } from '#server/vocabulary/Vocabulary.ts';
import type { Explained } from './Explained.ts';
import { searchableWords } from './fold.ts';
import { foundMeaning, type Place } from './foundMeaning.ts';
import { soundsOf } from './sound.ts';
import { EXACT, type Reading, type Segment, type Understanding } from './Understanding.ts';
import { parts, stems } from './wordForms.ts';

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
