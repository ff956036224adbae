import type { Context } from '#server/context.ts';
import { Conflict, Unauthenticated } from '#server/problems.ts';
import type { Deed, FieldChange } from './FieldChange.ts';
import { type Behind, inTransaction } from './inTransaction.ts';
import type { Type } from './ReadModel.ts';
import { staleVersion } from './staleVersion.ts';
import { writeAtOnce } from './writeAtOnce.ts';
import { TooLate, writeRecords } from './writeRecords.ts';

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
 * points at. A correction that the backlog takes is one trip to the database, and `behind` travels with it.
 */
export async function changeRecords(
  context: Context,
  deed: Deed,
  changes: readonly RecordChange[],
  behind?: Behind,
): Promise<void> {
  const { database } = context;
  if (!context.viewer) throw new Unauthenticated();
  if (!changes.length) return;
  const [only, ...others] = changes;
  try {
    if (only && !others.length && context.backlog.takes(only)) {
      await writeAtOnce(context, deed, only, behind);
    } else {
      await inTransaction(
        database.pool,
        (run) => writeRecords(run, context, deed, changes),
        behind,
      );
    }
  } catch (error) {
    throw await refusalOf(context, error, changes);
  }
}

/** What is said of what kept records from being written: that they are no longer what was seen, that something points at them; else what it was. */
export async function refusalOf(
  context: Context,
  error: unknown,
  changes: readonly RecordChange[],
): Promise<unknown> {
  if (error instanceof TooLate) return refusal(context, error.change);
  if (isPointedAt(error) && changes.some(removesRows)) return new Conflict('STILL_IN_USE');
  return error;
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
