import type { Context } from '#server/context.ts';
import { Busy } from '#server/problems.ts';
import type { RecordChange } from './changeRecords.ts';
import type { Deed } from './FieldChange.ts';
import { isBusy, knownNameOf } from './Reader.ts';
import { recordWritten } from './recordWritten.ts';
import { render } from './sql.ts';
import { TooLate } from './writeRecords.ts';

/**
 * Skriver med én gang. A correction that the backlog takes, as one statement: the record with its parts, the change log, and that what follows
 * the register is owed. A statement by itself is a transaction, so nothing is begun or committed.
 *
 * Throws `TooLate` where the record is no longer what was seen, BUSY.
 */
export async function writeAtOnce(
  context: Context,
  deed: Deed,
  change: RecordChange,
): Promise<void> {
  const { backlog, database } = context;
  const told = { fields: change.fields, tie: null };
  const written = recordWritten(context, deed, change, told, backlog.noting(change));
  const { text, values } = render(written);
  const { rowCount } = await database.pool
    .query({ name: knownNameOf(text), text, values: [...values] })
    .catch((error: unknown) => {
      throw isBusy(error) ? new Busy() : error;
    });
  if (rowCount !== 1) throw new TooLate(change);
  backlog.note(change.id);
}
