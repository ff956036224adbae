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

const levels = [LanguageLevel.BASIC, LanguageLevel.GOOD, LanguageLevel.FLUENT];
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
  const nameLexemes = lexemesOf(names);
  const ownLexemes = nameLexemes.union(lexemesOf(record.affiliations));
  const bits = (isCounted: (contact: IndexedContact) => boolean): number =>
    record.contacts
      .filter((contact) => !contact.hasFailed && isCounted(contact))
      .reduce((all, { audience }) => all | audienceBits[audience], 0);
  const nameKeys = names.map((name) => wordsOfName(name).key);
  const reachAudiences = bits(({ channel }) => answered.has(channel));
  const row = {
    id: record.id,
    record: record.kind === null ? RecordKind.PERSON : RecordKind.ORGANISATION,
    kind: record.kind,
    name: record.name,
    sort_name: sortName(record.name),
    name_keys: [...new Set(nameKeys)],
    name_length: wordsOfName(record.name).length,
    aliases: record.aliases,
    affiliations: record.affiliations,
    number: record.number,
    names: [...nameLexemes],
    lexemes: [
      ...foundBy([...names, ...record.affiliations]),
      ...tagsOf(record, parentOf),
      ...new Set(nameKeys.map(tags.name)),
      ...standingLexemes(standingOf({ ...record, reachAudiences })),
      tags.lot(lotOf(record.id)),
    ],
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
  return { row, words: wordsIn(ownLexemes) };
}

/** What stands in names: their words, and of each its stem and its parts. */
export function lexemesOf(names: readonly string[]): Set<string> {
  const all = new Set<string>();
  for (const name of names) for (const lexeme of wordsOfName(name).lexemes) all.add(lexeme);
  return all;
}

/** All that names are found by: that, and how it begins and sounds. */
export function foundBy(names: readonly string[]): Set<string> {
  const all = lexemesOf(names);
  for (const name of names) for (const lexeme of wordsOfName(name).others) all.add(lexeme);
  return all;
}

/** How many names, and how many pieces of them, are remembered with what was made of them. */
const REMEMBERED = { names: 5_000, pieces: 20_000 };

/** What is made of a name, whoever bears it: that of an organisation comes again with each of its people. */
const wordsOfName = remembered(REMEMBERED.names, (name) => {
  const folded = foldedWords(name);
  const pieces = name.split(' ').map(lexemesOfPiece);
  return {
    key: nameKey(folded),
    /** Of how many different words it is made. */
    length: new Set(folded).size,
    lexemes: new Set(pieces.flatMap(({ lexemes }) => lexemes)) as ReadonlySet<string>,
    others: new Set(pieces.flatMap(({ others }) => others)) as ReadonlySet<string>,
  };
});

const lexemesOfPiece = remembered(REMEMBERED.pieces, (piece) => {
  const lexemes = searchableWords(piece).flatMap(withParts);
  const others = [...wordsIn(lexemes)].flatMap((word) => [
    ...BEGINNINGS.flatMap((length) => beginningOf(word, length) ?? []).map(tags.beginning),
    ...soundsOf(word).map(tags.sound),
  ]);
  return { lexemes, others };
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

function* tagsOf(
  record: IndexedRecord,
  parentOf: ReadonlyMap<number, number | null>,
): Iterable<string> {
  yield EVERYTHING;
  yield tags.record(record.kind === null ? RecordKind.PERSON : RecordKind.ORGANISATION);
  if (record.kind) yield tags.kind(record.kind);
  if (record.number) yield tags.organisationNumber(record.number);
  for (const { number, speaks } of record.languages) {
    yield tags.language(number);
    const reached =
      record.kind === null ? levels.indexOf(speaks as LanguageLevel) : levels.length - 1;
    for (const level of levels.slice(0, reached + 1)) yield tags.speaks(level, number);
  }
  for (const area of record.areas) {
    yield tags.area(area);
    for (let it = parentOf.get(area) ?? null; it !== null; it = parentOf.get(it) ?? null) {
      yield tags.within(it);
    }
  }
  for (const topic of record.topics) yield tags.topic(topic);
  for (const community of record.communities) yield tags.community(community);
  for (const willingness of record.willingness) yield tags.willingness(willingness);
  for (const contact of record.contacts) yield* contactTags(contact);
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
