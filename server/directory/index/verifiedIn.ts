import type { VerifiedWhen } from '#server/directory/narrow.ts';
import type { Compiler } from './Compiler.ts';
import { ageOf, NEVER } from './EntryRow.ts';
import type { Node } from './Node.ts';

/** Verified at such a time. */
export function verifiedIn(
  compiler: Compiler,
  when: VerifiedWhen,
  { isCommon = false } = {},
): Node {
  const [youngest, oldest] = agesOf(when);
  return compiler.fact(
    `verified ${youngest} to ${oldest} days ago`,
    (columns, ...where) => columns.addVerified({ youngest, oldest }, ...where),
    { isCommon },
  );
}

function agesOf(when: VerifiedWhen): [youngest: number, oldest: number] {
  if (when === 'never') return [NEVER, NEVER];
  const { from, before } = when;
  return [before === null ? -Infinity : ageOf(before) + 1, from === null ? NEVER - 1 : ageOf(from)];
}
