import type { Context } from '#server/context.ts';
import type { RecordChange } from './changeRecords.ts';
import type { Deed } from './FieldChange.ts';
import type { Run } from './inTransaction.ts';
import { recordWritten } from './recordWritten.ts';
import { followedOf, tieOf, toldOf } from './Tie.ts';

/** A record was not there to be written. Takes the transaction back. */
export class TooLate extends Error {
  constructor(readonly change: RecordChange) {
    super(`${change.type.name} ${change.id} is no longer version ${change.version}`);
  }
}

/**
 * Skriver poster. What `changeRecords` does, in the transaction of whoever does more than that: the records, the change log, and what
 * follows the register.
 *
 * Throws `TooLate` for the first that is no longer what was seen.
 */
export async function writeRecords(
  run: Run,
  context: Context,
  deed: Deed,
  changes: readonly RecordChange[],
): Promise<void> {
  if (!changes.length) return;
  const { followers, today } = context;
  if (changes.length > 1) lockInOrder(run, context, changes);
  const ties = await Promise.all(changes.map((it) => tieOf(run, context.readModel, it)));
  const told = await Promise.all(
    changes.map((change, at) => toldOf(run, context, change, ties[at] ?? null)),
  );
  const written = changes.map((change, at) => {
    const logged = { fields: told[at] ?? [], tie: ties[at] ?? null };
    const { text, values } = recordWritten(context, deed, change, logged);
    return run(text, values);
  });
  const touched = changes.flatMap((change, at) => followedOf(change, ties[at] ?? null));
  const ids = [...new Set(touched)];
  const followed = followers.map((follow) => follow(run, ids, today));
  const [rows] = await Promise.all([Promise.all(written), ...followed]);
  const late = changes.find((_change, at) => rows[at]?.length !== 1);
  if (late) throw new TooLate(late);
}

/** Two that change some of the same records wait for each other in turn. */
function lockInOrder(run: Run, { readModel }: Context, changes: readonly RecordChange[]): void {
  const byTable = Map.groupBy(changes, ({ type }) => readModel.readable(type.name).table);
  for (const table of [...byTable.keys()].toSorted()) {
    const ids = byTable.get(table)?.map(({ id }) => id);
    void run(`select from "${table}" where id = any($1) order by id for no key update`, [ids]);
  }
}
