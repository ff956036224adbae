import type { VerifiedDay, VerifiedWhen } from '#server/directory/narrow.ts';
import type { Compiler } from './Compiler.ts';
import { type AgeByMonths, agesByMonths, NEVER } from './EntryRow.ts';
import type { Node } from './Node.ts';

/** From which age to which, by deadline. */
export interface AgesByMonths {
  readonly youngest: AgeByMonths;
  readonly oldest: AgeByMonths;
}

/** Younger than anything, also than what somebody dates ahead. */
const UNBORN = -(2 ** 31);

/** Verified at such a time. */
export function verifiedIn(
  compiler: Compiler,
  when: VerifiedWhen,
  { isCommon = false } = {},
): Node {
  const ages = agesOf(when);
  return compiler.fact(keyOf(when), (columns, ...where) => columns.addVerified(ages, ...where), {
    isCommon,
  });
}

const keyOf = (when: VerifiedWhen): string =>
  when === 'never'
    ? 'never verified'
    : `verified from ${said(when.from)} until ${said(when.before)}`;

/** Days by deadline follow from one of them, and from there being several. */
const said = (day: VerifiedDay | null): string =>
  day === null || typeof day === 'string' ? String(day) : `the deadlines of ${day.join()}`;

function agesOf(when: VerifiedWhen): AgesByMonths {
  if (when === 'never') {
    return { youngest: agesByMonths(null, NEVER), oldest: agesByMonths(null, NEVER) };
  }
  const youngest = agesByMonths(when.before, UNBORN);
  // From the day after that on.
  if (when.before !== null) for (const [at, age] of youngest.entries()) youngest[at] = age + 1;
  return { youngest, oldest: agesByMonths(when.from, NEVER - 1) };
}
