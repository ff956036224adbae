import type { Run } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import type { RowChange } from './rowChanges.ts';

/** Følger med. Lets what is derived from the register follow both records, and the people whose affiliations went from one to the other. */
export async function refreshAfter(
  run: Run,
  { followers, today }: Context,
  both: readonly string[],
  changes: readonly RowChange[],
): Promise<void> {
  const people = changes.flatMap(({ relation, person }) =>
    relation === 'affiliations' && person ? [person] : [],
  );
  const ids = [...new Set([...both, ...people])];
  await Promise.all(followers.map((follow) => follow(run, ids, today)));
}
