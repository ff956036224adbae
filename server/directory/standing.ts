import { hash } from 'node:crypto';

import { longestDeadline, shortestDeadline, usualMonths } from '#server/common/deadlineMonths.ts';
import { dayAt } from '#server/common/freshnessOf.ts';
import { tags } from './lexemes.ts';
import type { VerifiedDay, VerifiedWhen } from './narrow.ts';
import { type Condition, lexeme, or } from './tsquery.ts';

/** What of a record decides how it stands. */
export interface Standing {
  readonly id: string;
  /** The audiences, as bits, that may reach it in a way that has not failed. */
  readonly reachAudiences: number;
  readonly closedOn: string | null;
  readonly verifiedOn: string | null;
}

/** Reachable and verified; reachable and never verified; all others. */
const CLASSES = [0, 1, 2] as const;
const CLASS = 2 ** 24;
const DAY = 2 ** 8;
const LAST_DAY = 65_535;

/** Days since 1970 backwards, so that the latest comes first; the very last for never. */
const placeOf = (day: string | null): number =>
  LAST_DAY -
  (day === null ? 0 : Math.max(1, Math.min(LAST_DAY, Math.floor(Date.parse(day) / 86_400_000))));

/** Chance that is the same for the same record, in SQL as well: three bytes, the first to part what was verified on one day, the others for a lot. */
function chanceOf(id: string): number {
  if (id !== drawn.id) {
    const digest = hash('sha256', Buffer.from(id.replaceAll('-', ''), 'hex'), 'hex');
    drawn = { id, chance: Number.parseInt(digest.slice(0, 6), 16) };
  }
  return drawn.chance;
}

/** The last that was asked for: a record's place and its lot are asked for one after the other. */
let drawn = { id: '', chance: 0 };

/**
 * Stilling. The part of the order of hits that no question changes, as a number: the smaller, the better. `directory_entry.standing` is
 * the same in SQL.
 */
export function standingOf({ id, reachAudiences, closedOn, verifiedOn }: Standing): number {
  const isReachable = reachAudiences !== 0 && closedOn === null;
  const verifiedOrNot = verifiedOn === null ? CLASSES[1] : CLASSES[0];
  const byte = chanceOf(id) >> 16;
  return (isReachable ? verifiedOrNot : CLASSES[2]) * CLASS + placeOf(verifiedOn) * DAY + byte;
}

export const LOTS = 512;

/** Loddet. One of 512 that a record has drawn. */
export function lotOf(id: string): number {
  return (chanceOf(id) & 0xffff) % LOTS;
}

/** Ranges of standings that are a lexeme each: of eleven years, of 256 days, of sixteen, of one, of a 32nd. */
export const SIZES = [2 ** 20, 2 ** 16, 2 ** 12, 2 ** 8, 2 ** 3] as const;
const SMALLEST = 2 ** 3;

const rangeLexeme = (from: number, size: number): string =>
  tags.standing(SIZES.indexOf(size as (typeof SIZES)[number]), from / size);

/** The lexemes of an entry that stands so: every range that it lies in. */
export const standingLexemes = (standing: number): string[] =>
  SIZES.map((size) => rangeLexeme(standing - (standing % size), size));

/** The last standing in the smallest range that this one lies in. */
export const endOf = (standing: number): number => standing - (standing % SMALLEST) + SMALLEST - 1;

/** Standings from one to another, both inclusive. */
export type Range = readonly [from: number, to: number];

/** Stands within one of the ranges; their ends are widened to a 32nd of a day. */
export function standsWithin(ranges: readonly Range[]): Condition {
  const found: string[] = [];
  for (const [from, to] of ranges) {
    const end = endOf(to);
    let at = from - (from % SMALLEST);
    while (at <= end) {
      const size = SIZES.find((it) => at % it === 0 && at + it - 1 <= end) ?? SMALLEST;
      found.push(rangeLexeme(at, size));
      at += size;
    }
  }
  return or(...found.map(lexeme));
}

/** A time whose days are the same for everybody. */
export type PlainWhen = { readonly from: string | null; readonly before: string | null } | 'never';

const between =
  (first: number, last: number) =>
  (when: VerifiedWhen): PlainWhen =>
    when === 'never' ? when : { from: dayFor(when.from, first), before: dayFor(when.before, last) };

const dayFor = (day: VerifiedDay | null, months: number): string | null =>
  day === null || typeof day === 'string' ? day : dayAt(day, months);

/** The time for those who have the usual deadline. */
export const atDeadline = between(usualMonths, usualMonths);

/** The time in which all lie, whatever their deadline: the longest begins first, the shortest ends last. */
export const widest = between(longestDeadline, shortestDeadline);

/** How one stands who was verified at a time: the same days of every class. */
function rangesOf(when: PlainWhen): Range[] {
  const never = placeOf(null);
  const [first, last] =
    when === 'never'
      ? [never, never]
      : [
          when.before === null ? 0 : placeOf(when.before) + 1,
          when.from === null ? never - 1 : placeOf(when.from),
        ];
  return CLASSES.map((it) => [it * CLASS + first * DAY, it * CLASS + (last + 1) * DAY - 1]);
}

/** Was verified at one of these times, and stands no worse than this. */
export const standsAsVerified = (times: readonly PlainWhen[], worst = Infinity): Condition =>
  standsWithin(
    times
      .flatMap(rangesOf)
      .filter(([from]) => from <= worst)
      .map(([from, to]) => [from, Math.min(to, worst)]),
  );
