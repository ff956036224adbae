import { Consent } from '#schema/person/Consent.ts';
import type { RecordChange } from '#server/common/changeRecords.ts';
import { type FieldChange, reversed } from '#server/common/FieldChange.ts';
import type { Context } from '#server/context.ts';
import { changedSince } from '#server/person/history/changedSince.ts';
import { findUndoable } from '#server/person/history/findUndoable.ts';
import { Conflict } from '#server/problems.ts';

interface Logged {
  readonly id: string;
  readonly record: string;
  readonly recordId: string;
  readonly version: number;
  readonly fields: FieldChange[];
}

/**
 * Det som tas tilbake. What takes back all that a succession wrote: who was new goes after what was tied to them, and what somebody had said yes to holds again.
 *
 * Throws CONFLICT (CHANGED_SINCE) where somebody has done something else since.
 */
export async function successionUndone(context: Context, batchId: string): Promise<RecordChange[]> {
  const { rows } = await context.database.pool.query<Logged>(
    `select id, record, record_id as "recordId", version, fields from change where batch_id = $1 and verb = 'approveSuccession'
       and record in ('person', 'affiliation', 'consent')`,
    [batchId],
  );
  const back = await Promise.all(rows.map((row) => undone(context, row)));
  return back.toSorted((a, b) => a.turn - b.turn).map(({ change }) => change);
}

interface Undone {
  readonly turn: number;
  readonly change: RecordChange;
}

async function undone(context: Context, logged: Logged): Promise<Undone> {
  const { id: undoes, record, recordId, version, fields } = logged;
  const isMade = fields.some(({ field, part, before }) => field === 'id' && !part && !before);
  if (record === 'consent') {
    const change = { type: Consent, id: recordId, version, undoes, fields: reversed(fields) };
    return { turn: 0, change };
  }
  const found = await findUndoable(context, undoes);
  if (!found.canBeUndone || (await changedSince(context, found)).length) {
    throw new Conflict('CHANGED_SINCE');
  }
  const change = {
    type: found.type,
    id: recordId,
    version: found.version,
    undoes,
    fields: reversed(found.fields),
  };
  const turns = record === 'person' ? { made: 4, kept: 3 } : { made: 1, kept: 2 };
  return { turn: isMade ? turns.made : turns.kept, change };
}
