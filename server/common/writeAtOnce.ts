import type { Context } from '#server/context.ts';
import type { RecordChange } from './changeRecords.ts';
import type { Deed } from './FieldChange.ts';
import { type Behind, inOneStatement } from './inTransaction.ts';
import { recordWritten } from './recordWritten.ts';
import { TooLate } from './writeRecords.ts';

/**
 * Skriver med én gang. A correction that the backlog takes, as one statement: the record with its parts, the change log, and that what follows
 * the register is owed. Where the record is no longer what was seen it writes nothing.
 */
export async function writeAtOnce(
  context: Context,
  deed: Deed,
  change: RecordChange,
  behind?: Behind,
): Promise<void> {
  const { backlog, database } = context;
  const told = { fields: change.fields, tie: null };
  const written = recordWritten(context, deed, change, told, backlog.noting(change));
  const rows = await inOneStatement(database.pool, written, behind);
  if (rows.length !== 1) throw new TooLate(change);
  backlog.note(change.id);
}
