import { usualMonths } from '#server/common/deadlineMonths.ts';
import { every, join, raw, type Sql, sql } from '#server/common/sql.ts';
import { type Completions, indexed } from './indexed.ts';
import { type Narrowing, type VerifiedWhen, wasVerified } from './narrow.ts';
import { atDeadline, standsAsVerified, widest } from './standing.ts';
import { and, type Condition, toTsquery } from './tsquery.ts';

/** How entries are asked for what is to be found: one by one, or of the index. */
export interface Asking {
  readonly condition: (condition: Condition) => Sql;
  readonly verified: (times: readonly VerifiedWhen[]) => Sql;
}

/** Entries that fulfil a condition, asked of each. */
export const matches = (condition: Condition, column = 'lexemes'): Sql =>
  sql`${raw(column)} @@ ${toTsquery(condition)}::tsquery`;

const oneByOne: Asking = {
  condition: matches,
  verified: (times) => sql`(${join(times.map(wasVerified), ' or ')})`,
};

/** Entries that fulfil a condition, looked up in the index as one thing. */
export const inIndex = (condition: Condition): Sql =>
  sql`lexemes @@ (select ${toTsquery(condition)}::tsquery)`;

/**
 * Was verified at one of these times, and stands no worse than this. The index knows days, not deadlines: where some have one of their own, it
 * gives all that may fit, and each is asked; where nobody has, it alone answers.
 */
function verifiedInIndex(times: readonly VerifiedWhen[], worst?: number): Sql {
  const usual = standsAsVerified(times.map(atDeadline), worst);
  if (!times.some(isByDeadline)) return inIndex(usual);
  const wide = standsAsVerified(times.map(widest), worst);
  return every([
    sql`lexemes @@ (select case when exists (select from directory_entry where due_months <> ${raw(String(usualMonths))})
      then ${toTsquery(wide)} else ${toTsquery(usual)} end::tsquery)`,
    oneByOne.verified(times),
  ]);
}

/** Whether it depends on the deadline of a profile. */
const isByDeadline = (when: VerifiedWhen): boolean =>
  when !== 'never' && [when.from, when.before].some((day) => Array.isArray(day));

/** Each number of parts makes another statement, which every connection prepares. */
const MOST_PARTS = 6;

/**
 * Entries that fulfil a condition, looked up in the index. Each part of it is a condition of its own, for the index leaps from part to
 * part where it would weigh the whole of it for every entry of any. The planner does not see the words, and so never reads the whole
 * table for one that it takes to be common.
 *
 * `worst`: how an entry may stand at worst.
 */
export const ofTheIndex = (completions: Completions, worst?: number): Asking => ({
  condition: (condition) => {
    const whole = indexed(condition, completions);
    const parts = whole.op === 'and' ? whole.parts : [whole];
    const rest = parts.slice(MOST_PARTS - 1);
    const apart = rest.length > 1 ? [...parts.slice(0, MOST_PARTS - 1), and(...rest)] : parts;
    return every(apart.map(inIndex));
  },
  verified: (times) => verifiedInIndex(times, worst),
});

/** Hits: found by the words, or else one of these people, and within every narrowing. */
export function whereOf(
  hit: Condition,
  narrowings: readonly Narrowing[],
  people: readonly string[] = [],
  asking: Asking = oneByOne,
): Sql {
  const narrowed = narrowings.flatMap(({ condition }) => condition ?? []);
  const plain = narrowings.flatMap(({ verified }) => (verified ? asking.verified(verified) : []));
  if (!people.length) return every([asking.condition(and(hit, ...narrowed)), ...plain]);
  return every([
    sql`(${asking.condition(hit)} or id = any(${people}::uuid[]))`,
    ...(narrowed.length ? [asking.condition(and(...narrowed))] : []),
    ...plain,
  ]);
}
