import type { Locale } from '#schema/common/Locale.ts';
import { MatchKind } from '#schema/directory/MatchKind.ts';
import { TermKind } from '#schema/directory/TermKind.ts';
import type {
  AreaRow,
  TermRow,
  Vocabulary,
  VocabularyName,
} from '#server/vocabulary/Vocabulary.ts';
import { enumWords } from './enumWords.ts';
import type { Explained } from './Explained.ts';
import { around } from './lexemes.ts';
import type { Meaning } from './Meaning.ts';

/** Where in an entry something was found, in the words of the record. */
export interface Place {
  readonly kind: MatchKind;
  readonly text: string;
  readonly isWider?: boolean;
  /** Only the first digits of it were typed. */
  readonly isBegun?: boolean;
}

/** What of an entry has a meaning; null where nothing has. */
export function foundMeaning(
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
