import type { AreaRow } from '#server/vocabulary/Vocabulary.ts';
import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { TermKind } from '#schema/directory/TermKind.ts';
import type { Meaning } from './Meaning.ts';
import { type Condition, lexeme, or } from './tsquery.ts';

/** A lexeme has its bounds; what is beyond tells no names apart. */
const LONGEST_NAME = 200;

/**
 * Leksemer. What stands in an entry's `lexemes` beside its words. Words are folded, so they have no capitals: a lexeme that begins
 * with one is ours, and no word or beginning of a word is ever mistaken for it.
 */
export const tags = {
  language: (number: number) => `L:${number}`,
  /** Speaks the language at this level. An entry from before says the levels below as well. */
  speaks: (level: LanguageLevel, number: number) => `L:${level}:${number}`,
  /** Serves the area itself. */
  area: (number: number) => `A:${number}`,
  /** Serves something that lies in the area. */
  within: (number: number) => `I:${number}`,
  topic: (number: number) => `T:${number}`,
  community: (number: number) => `C:${number}`,
  kind: (kind: string) => `K:${kind}`,
  record: (record: string) => `R:${record}`,
  willingness: (willingness: string) => `W:${willingness}`,
  phone: (audience: ContactAudience) => `P:${audience}`,
  /** A word without its ending, or a part of a compound. */
  part: (word: string) => `S:${word}`,
  /** The consonants of a word in Arabic letters. */
  sound: (sound: string) => `V:${sound}`,
  /** The first letters of a word or a part: what is being typed, as a lexeme of its own. */
  beginning: (letters: string) => `B:${letters}`,
  /** A range of standings that the entry lies in: how fine a range, and which. */
  standing: (fineness: number, place: number) => `Z:${fineness}:${place}`,
  /** The lot that it has drawn. */
  lot: (lot: number) => `Q:${lot}`,
  /** A whole name, its words in alphabetical order. */
  name: (key: string) => `Y:${[...key].slice(0, LONGEST_NAME).join('')}`,
  organisationNumber: (digits: string) => `N:${digits}`,
  /** The digits of a number, to find by their beginning. */
  telephone: (audience: ContactAudience, digits: string) => `D:${audience}:${digits}`,
  /** The digits backwards, to find by their end. */
  telephoneEnd: (audience: ContactAudience, digits: string) =>
    `E:${audience}:${[...digits].toReversed().join('')}`,
  address: (audience: ContactAudience, address: string) => `M:${audience}:${address}`,
} as const;

export const isWord = (lexeme: string): boolean => !/^[A-Z]:/.test(lexeme);

/** So many first letters of a word are a lexeme of their own. What has fewer letters is completed to the next of these lengths. */
export const BEGINNINGS = [2, 4, 6] as const;

/** As PostgreSQL counts them. */
export const lettersIn = (word: string): number => [...word].length;

/** The first so many letters of a word; null where it has fewer. */
export function beginningOf(word: string, length: number): string | null {
  const letters = [...word];
  return letters.length < length ? null : letters.slice(0, length).join('');
}

/** Audiences as bits, for the columns that hold several. */
export const audienceBits: Readonly<Record<ContactAudience, number>> = {
  [ContactAudience.ALL_STAFF]: 1,
  [ContactAudience.COORDINATORS]: 2,
  [ContactAudience.CRISIS_ONLY]: 4,
};

/** What a viewer's questions take into account. */
export interface Asker {
  readonly audiences: readonly ContactAudience[];
  readonly languageLevel: LanguageLevel | null;
}

const levels = [LanguageLevel.BASIC, LanguageLevel.GOOD, LanguageLevel.FLUENT];

/** Speaks the language so well or better. An entry has a lexeme for each of its languages, and not one for each level: whoever asks names them. */
export const speaksAtLeast = (level: LanguageLevel, number: number): Condition =>
  or(...levels.slice(levels.indexOf(level)).map((it) => lexeme(tags.speaks(it, number))));

/** The area and those around it, the nearest first. */
export function around(area: AreaRow): AreaRow[] {
  const found: AreaRow[] = [];
  for (let it = area.parent; it; it = it.parent) found.push(it);
  return found;
}

/** Serves the area itself, or something in it. */
export const servesDirectly = (area: AreaRow): Condition =>
  or(
    lexeme(tags.area(area.number)),
    ...(area.children.length ? [lexeme(tags.within(area.number))] : []),
  );

/** Serves the area, something in it, or something around it. */
export const serves = (area: AreaRow): Condition =>
  or(servesDirectly(area), ...around(area).map(({ number }) => lexeme(tags.area(number))));

export const hasPhone = ({ audiences }: Asker): Condition =>
  or(...audiences.map((audience) => lexeme(tags.phone(audience))));

/** Has to do with the language, and speaks it well enough for the one who asks. */
export const spoken = (number: number, { languageLevel }: Asker): Condition =>
  languageLevel ? speaksAtLeast(languageLevel, number) : lexeme(tags.language(number));

/** Entries that a meaning fits. */
export function fits({ kind, key, area }: Meaning, isWide: boolean, asker: Asker): Condition {
  switch (kind) {
    case TermKind.LANGUAGE:
      return spoken(Number(key), asker);
    case TermKind.AREA:
      if (!area) return or();
      return isWide ? serves(area) : servesDirectly(area);
    case TermKind.TOPIC:
      return lexeme(tags.topic(Number(key)));
    case TermKind.COMMUNITY:
      return lexeme(tags.community(Number(key)));
    case TermKind.ORGANISATION_KIND:
      return lexeme(tags.kind(String(key)));
    case TermKind.RECORD_KIND:
      return lexeme(tags.record(String(key)));
    case TermKind.WILLINGNESS:
      return lexeme(tags.willingness(String(key)));
    case TermKind.HAS_PHONE:
      return hasPhone(asker);
  }
}
