import type { Context } from '#server/context.ts';
import { Conflict, Unauthenticated } from '#server/problems.ts';
import type { Deed, FieldChange } from './FieldChange.ts';
import { inTransaction, type Run } from './inTransaction.ts';
import type { Type } from './ReadModel.ts';
import { recordWritten } from './recordWritten.ts';
import { render } from './sql.ts';
import { staleVersion } from './staleVersion.ts';
import { followedOf, tieOf, toldOf } from './Tie.ts';

/** A record as somebody saw it. */
export interface Seen {
  readonly type: Type;
  readonly id: string;
  /** The version seen; 0 where it is made now. */
  readonly version: number;
}

/** What is to be different on a record and its parts. */
export interface RecordChange extends Seen {
  readonly fields: readonly FieldChange[];
  /** The change of it that is taken back, where several are at once. */
  readonly undoes?: string;
}

/**
 * Endrer poster. Writes several records with their parts, their rows in the change log and what follows the register, in one
 * transaction: all or nothing. What is written is what is told, from one list and in one statement per record; each record is named once.
 *
 * Rows come and go by their `id` (`rowMade`, `rowRemoved`); a record is removed only while nothing points at it that the list does not
 * remove with it. They are written in the order in which they stand: what is pointed at comes first.
 *
 * Throws CONFLICT (STALE_VERSION) for the first that is no longer what was seen, CONFLICT (STILL_IN_USE) for a row that something
 * points at. One record, nothing sealed, is two trips to the database.
 */
export async function changeRecords(
  context: Context,
  deed: Deed,
  changes: readonly RecordChange[],
): Promise<void> {
  const { database, followers, today } = context;
  if (!context.viewer) throw new Unauthenticated();
  if (!changes.length) return;
  try {
    await inTransaction(database.pool, async (run) => {
      if (changes.length > 1) lockInOrder(run, context, changes);
      const ties = await Promise.all(changes.map((it) => tieOf(run, context.readModel, it)));
      const told = await Promise.all(
        changes.map((change, at) => toldOf(run, context, change, ties[at] ?? null)),
      );
      const written = changes.map((change, at) => {
        const logged = { fields: told[at] ?? [], tie: ties[at] ?? null };
        const { text, values } = render(recordWritten(context, deed, change, logged));
        return run(text, values);
      });
      const touched = changes.flatMap((change, at) => followedOf(change, ties[at] ?? null));
      const ids = [...new Set(touched)];
      const followed = followers.map((follow) => follow(run, ids, today));
      const [rows] = await Promise.all([Promise.all(written), ...followed]);
      const late = changes.find((_change, at) => rows[at]?.length !== 1);
      if (late) throw new TooLate(late);
    });
  } catch (error) {
    if (error instanceof TooLate) throw await refusal(context, error.change);
    if (isPointedAt(error) && changes.some(removesRows)) throw new Conflict('STILL_IN_USE');
    throw error;
  }
}

/** The record was not there to be written. Takes the transaction back. */
class TooLate extends Error {
  constructor(readonly change: RecordChange) {
    super(`${change.type.name} ${change.id} is no longer version ${change.version}`);
  }
}

/** Two that change some of the same records wait for each other in turn. */
function lockInOrder(run: Run, { readModel }: Context, changes: readonly RecordChange[]): void {
  const byTable = Map.groupBy(changes, ({ type }) => readModel.readable(type.name).table);
  for (const table of [...byTable.keys()].toSorted()) {
    const ids = byTable.get(table)?.map(({ id }) => id);
    void run(`select from "${table}" where id = any($1) order by id for no key update`, [ids]);
  }
}

/** One that is the version that was seen, and still could not be removed, has something pointing at it. */
async function refusal(context: Context, change: RecordChange): Promise<Error> {
  const refused = await staleVersion(context, change);
  const isWhatWasSeen = refused.extensions['version'] === change.version;
  return isWhatWasSeen ? new Conflict('STILL_IN_USE') : refused;
}

/** A foreign key holds on to a row. */
const isPointedAt = (error: unknown): boolean =>
  error instanceof Error && (error as Error & { code?: string }).code === '23503';

const removesRows = ({ fields }: RecordChange): boolean =>
  fields.some(({ field, after }) => /(^|\.)id$/.test(field) && after === null);
