import { longestDeadline } from '#server/common/deadlineMonths.ts';
import type { VerifiedDay } from '#server/directory/narrow.ts';

/** What memory keeps of an entry, as it comes from the database. Lists are texts: taking arrays apart is what costs. */
export type EntryRow = readonly [
  id: string,
  kind: string | null,
  sortName: string,
  nameKeys: string,
  nameLength: number,
  number: string | null,
  /** Lexemes of its names. */
  names: string,
  /** All its other lexemes. */
  others: string,
  languages: string,
  areas: string,
  topics: string,
  communities: string,
  willingness: string,
  phoneAudiences: number,
  reachAudiences: number,
  age: number,
  /** Its place among the methods, from 1 on; 0 where there is none. */
  verifiedBy: number,
  closesIn: number,
  dueMonths: number,
];

/** Between the items of a list: stands in no word, key or code. */
const SEPARATOR = '\n';

export const itemsOf = (list: string): string[] => (list ? list.split(SEPARATOR) : []);

/** Never verified: as the order of hits has it, older than everything. */
export const NEVER = 1_000_000;
/** Never closed. */
export const OPEN = 2 ** 31 - 1;

export const EPOCH = '2000-01-01';
const epoch = Date.parse(EPOCH);
const dayInMilliseconds = 24 * 60 * 60 * 1000;

/** Days from the year 2000 until then. */
export const dayNumber = (day: string): number => (Date.parse(day) - epoch) / dayInMilliseconds;

/** A day of verification as an age: how many days before the year 2000 it was, so that the freshest is the least. */
export const ageOf = (day: string): number => -dayNumber(day);

/** An age for each deadline that there may be, by its months. */
export type AgeByMonths = Int32Array;

/** The ages of days, one for each deadline; `otherwise` where there is no day. */
export function agesByMonths(day: VerifiedDay | null, otherwise: number): AgeByMonths {
  const ages = new Int32Array(longestDeadline + 1).fill(otherwise);
  if (day === null) return ages;
  if (typeof day === 'string') return ages.fill(ageOf(day));
  for (const [at, it] of day.entries()) ages[at + 1] = ageOf(it);
  return ages;
}

/** The day of an age. */
export const dayOf = (age: number): string | null =>
  age === NEVER ? null : new Date(epoch - age * dayInMilliseconds).toISOString().slice(0, 10);
