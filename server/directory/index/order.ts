import { freshnessLimits } from '#server/common/freshnessOf.ts';
import { mastery, nearness } from '#server/directory/conditions.ts';
import { nameKey } from '#server/directory/entryOf.ts';
import { isUnderstood, MASTERIES } from '#server/directory/orderOf.ts';
import { maskOf } from '#server/directory/maskOf.ts';
import type { Query } from '#server/directory/Query.ts';
import type { Compiler } from './Compiler.ts';
import { agesByMonths, dayNumber, NEVER } from './EntryRow.ts';
import { hashOf, hashOfNumber } from './NameKeys.ts';
import type { Node } from './Node.ts';
import { verifiedIn } from './verifiedIn.ts';

/** One question of the order: the first of its cases that fits says how far back an entry stands. */
export interface Level {
  readonly cases: readonly Node[];
  /** What each case that does not fit adds to an entry's rank. */
  readonly step: number;
}

/** How many of the order's numbers come before days and names. */
export const KEY_NUMBERS = 5;
/** Each of them is less than this, so that one number holds them all. */
const BASE = 16;

/** The numbers of a key as one rank, the least first; null for numbers that no order of ours gives. */
export function rankOf(numbers: readonly unknown[]): number | null {
  let rank = 0;
  for (const number of numbers.slice(0, KEY_NUMBERS)) {
    if (!Number.isInteger(number) || Number(number) < 0 || Number(number) >= BASE) return null;
    rank = rank * BASE + Number(number);
  }
  return rank;
}

/** The rank taken apart again. */
export const numbersOf = (rank: number): number[] =>
  Array.from(
    { length: KEY_NUMBERS },
    (_, at) => Math.floor(rank / BASE ** (KEY_NUMBERS - 1 - at)) % BASE,
  );

/** The same order as that of the database (`orderOf`), up to where days, names and identifiers decide. */
export function orderIn(compiler: Compiler, query: Query, today: string): Level[] {
  const { understanding, conditions, narrowed, asker } = query;
  const { words } = understanding;
  const { named, partlyNamed, solid, exact, partly } = conditions;
  const limits = freshnessLimits(today);
  const oldest = agesByMonths(limits.due, NEVER);
  const isWhole = compiler.keys([hashOf(nameKey(words)), hashOfNumber(words.join(''))]);
  const hasLength = compiler.fact(`of ${words.length} words`, (columns, ...where) =>
    columns.addOfLength(words.length, ...where),
  );
  const covers =
    named && words.length > 1
      ? [compiler.and([hasLength, compiler.condition(named, 'names')])]
      : [];
  const reach = { audiences: maskOf(asker), oldest, today: dayNumber(today) };
  const isReachable = compiler.fact(
    `reached by ${reach.audiences} on ${today}`,
    (columns, ...where) => columns.addReachable(reach, ...where),
    { isCommon: true },
  );
  const isVerified = verifiedIn(compiler, { from: limits.due, before: null }, { isCommon: true });
  const near = nearness(understanding, narrowed.areas, asker);
  const byName = [named, partlyNamed].flatMap((it) =>
    it ? [compiler.condition(it, 'names')] : [],
  );
  const level = (place: number, cases: readonly Node[], weight = 1): Level => ({
    cases,
    step: weight * BASE ** (KEY_NUMBERS - 1 - place),
  });
  return [
    ...(words.length ? [level(0, [isWhole, ...covers, compiler.condition(solid)])] : []),
    level(1, [isReachable]),
    level(
      2,
      near.map((it) => compiler.condition(it)),
      MASTERIES,
    ),
    level(
      2,
      mastery(understanding, narrowed.languages, asker).map((it) => compiler.condition(it)),
    ),
    ...(isUnderstood(understanding) ? [level(3, [isVerified], 10)] : []),
    level(3, byName),
    ...(words.length
      ? [
          level(
            4,
            [exact, ...(partly ? [partly] : [])].map((it) => compiler.condition(it)),
          ),
        ]
      : []),
  ].filter(({ cases }) => cases.length > 0);
}
