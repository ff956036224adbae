import { usualMonths } from '#server/common/deadlineMonths.ts';
import { remembered } from '#server/common/remembered.ts';
import type { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { foldedWords, searchableWords, sortName } from './fold.ts';
import { audienceBits, beginningOf, BEGINNINGS, isWord, tags } from './lexemes.ts';
import { soundsOf } from './sound.ts';
import { lotOf, standingLexemes, standingOf } from './standing.ts';
import { EVERYTHING } from './tsquery.ts';
import { tsvectorOf } from './tsvectorOf.ts';
import { parts, stems } from './wordForms.ts';

/** A way to reach a record, as far as a search is concerned. The value of a person's is sealed and not here. */
export interface IndexedContact {
  readonly channel: ContactChannel;
  readonly audience: ContactAudience;
  readonly hasFailed: boolean;
  readonly value: string | null;
}

/** What the tables say of a record that is to be found. */
export interface IndexedRecord {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly affiliations: readonly string[];
  readonly kind: string | null;
  readonly number: string | null;
  readonly languages: readonly { readonly number: number; readonly speaks: LanguageLevel | null }[];
  readonly areas: readonly number[];
  readonly topics: readonly number[];
  readonly communities: readonly number[];
  readonly willingness: readonly string[];
  readonly contacts: readonly IndexedContact[];
  readonly verifiedOn: string | null;
  readonly verifiedBy: string | null;
  readonly closedOn: string | null;
  /** Months from a verification until somebody should ask again, where they are not the usual ones. */
  readonly dueMonths?: number;
}

/** A row of `directory_entry`, with the words that the dictionary is to know. */
export interface Entry {
  readonly row: Readonly<Record<string, unknown>>;
  readonly words: ReadonlySet<string>;
}

const dialled = new Set([ContactChannel.PHONE, ContactChannel.SMS]);
const answered = new Set([...dialled, ContactChannel.EMAIL]);

/** The words of a name however ordered: what is written so is this name and no other. */
export const nameKey = (words: readonly string[]): string => [...words].sort().join(' ');

/** Oppføring. Turns a record into what a search looks at. `parentOf`: the area around each area, by number. */
export function entryOf(
  record: IndexedRecord,
  parentOf: ReadonlyMap<number, number | null>,
): Entry {
  const names = [record.name, ...record.aliases];
  const [named, affiliated] = [gathered(names), gathered(record.affiliations)];
  const bits = (isCounted: (contact: IndexedContact) => boolean): number =>
    record.contacts
      .filter((contact) => !contact.hasFailed && isCounted(contact))
      .reduce((all, { audience }) => all | audienceBits[audience], 0);
  const folded = names.map(foldedWords);
  const nameKeys = folded.map(nameKey);
  const reachAudiences = bits(({ channel }) => answered.has(channel));
  const row = {
    id: record.id,
    record: record.kind === null ? RecordKind.PERSON : RecordKind.ORGANISATION,
    kind: record.kind,
    name: record.name,
    sort_name: sortName(record.name),
    name_keys: [...new Set(nameKeys)],
    name_length: new Set(folded[0]).size,
    aliases: record.aliases,
    affiliations: record.affiliations,
    number: record.number,
    // What a name has twice is written twice, and once when it is read: so nobody here looks for it.
    names: named.lexemes,
    lexemes:
      named.foundBy +
      affiliated.foundBy +
      tsvectorOf([
        ...tagsOf(record, parentOf),
        ...nameKeys.map(tags.name),
        ...standingLexemes(standingOf({ ...record, reachAudiences })),
        tags.lot(lotOf(record.id)),
      ]),
    languages: record.languages.map(({ number }) => number),
    areas: record.areas,
    topics: record.topics,
    communities: record.communities,
    willingness: record.willingness,
    phone_audiences: bits(({ channel }) => dialled.has(channel)),
    reach_audiences: reachAudiences,
    verified_on: record.verifiedOn,
    verified_by: record.verifiedBy,
    closed_on: record.closedOn,
    due_months: record.dueMonths ?? usualMonths,
  };
  return { row, words: new Set([...named.words, ...affiliated.words]) };
}

/** All that names are found by: their words, of each its stem and its parts, and how it begins and sounds. */
export const foundBy = (names: readonly string[]): Set<string> =>
  new Set(
    names
      .flatMap((name) => name.split(' '))
      .map(lexemesOfPiece)
      .flatMap(({ lexemes, others }) => [...lexemes, ...others]),
  );

/** The same as the text of a tsvector, that of its words alone, and those words. */
function gathered(names: readonly string[]) {
  const all = { lexemes: '', foundBy: '', words: [] as string[] };
  for (const name of names) {
    for (const piece of name.split(' ')) {
      const { lexemesText, allText, words } = lexemesOfPiece(piece);
      all.lexemes += lexemesText;
      all.foundBy += allText;
      for (const word of words) all.words.push(word);
    }
  }
  return all;
}

/** How many pieces of names are remembered with what was made of them. */
const REMEMBERED = 20_000;

/** What is made of a name from one space to the next, whoever bears it. */
const lexemesOfPiece = remembered(REMEMBERED, (piece) => {
  const lexemes = new Set(searchableWords(piece).flatMap(withParts));
  const words = [...wordsIn(lexemes)];
  const others = new Set(
    words.flatMap((word) => [
      ...BEGINNINGS.flatMap((length) => beginningOf(word, length) ?? []).map(tags.beginning),
      ...soundsOf(word).map(tags.sound),
    ]),
  );
  const lexemesText = tsvectorOf(lexemes);
  return { lexemes, others, words, lexemesText, allText: lexemesText + tsvectorOf(others) };
});

const PART = tags.part('');

/** The words among lexemes, as the dictionary is to know them. */
export function wordsIn(lexemes: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const lexeme of lexemes) {
    if (lexeme.startsWith(PART)) words.add(lexeme.slice(PART.length));
    else if (isWord(lexeme)) words.add(lexeme);
  }
  return words;
}

const withParts = (word: string): string[] => [
  word,
  ...[...stems(word), ...parts(word)].map((part) => tags.part(part)),
];

function tagsOf(record: IndexedRecord, parentOf: ReadonlyMap<number, number | null>): string[] {
  const isPerson = record.kind === null;
  const all = [EVERYTHING, tags.record(isPerson ? RecordKind.PERSON : RecordKind.ORGANISATION)];
  if (record.kind) all.push(tags.kind(record.kind));
  if (record.number) all.push(tags.organisationNumber(record.number));
  for (const { number, speaks } of record.languages) {
    all.push(tags.language(number));
    // Whom an organisation reaches in a language masters it.
    const level = isPerson ? speaks : LanguageLevel.FLUENT;
    if (level) all.push(tags.speaks(level, number));
  }
  for (const area of record.areas) {
    all.push(tags.area(area));
    for (let it = parentOf.get(area) ?? null; it !== null; it = parentOf.get(it) ?? null) {
      all.push(tags.within(it));
    }
  }
  for (const topic of record.topics) all.push(tags.topic(topic));
  for (const community of record.communities) all.push(tags.community(community));
  for (const willingness of record.willingness) all.push(tags.willingness(willingness));
  for (const contact of record.contacts) all.push(...contactTags(contact));
  return all;
}

function* contactTags({ channel, audience, hasFailed, value }: IndexedContact): Iterable<string> {
  if (dialled.has(channel) && !hasFailed) yield tags.phone(audience);
  if (value === null) return;
  if (channel === ContactChannel.EMAIL) yield tags.address(audience, value.toLowerCase());
  if (!/^\+?[\d\s]{4,}$/.test(value)) return;
  const digits = value.replaceAll(/\D/g, '');
  for (const number of new Set([digits, digits.replace(/^47(?=\d{8}$)/, '')])) {
    yield tags.telephone(audience, number);
  }
  yield tags.telephoneEnd(audience, digits);
}
