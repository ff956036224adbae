import { sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { findUndoable, type UndoableChange } from './findUndoable.ts';

/** What somebody did in one breath to several records; a batch of any other kind is taken back by those who made it. */
const gestures = [
  'createPerson',
  'startAffiliation',
  'editAffiliation',
  'endAffiliation',
  'handOverRole',
  'undoChange',
];

/** A change by its identifier. */
export type Identified = UndoableChange & { readonly changeId: string };

/**
 * Grep. All changes that were made in the same breath as one, itself among them, in the order in which they are taken back: a person goes
 * after what was tied to them, and comes before.
 */
export async function gestureOf(context: Context, one: Identified): Promise<Identified[]> {
  if (!one.batchId) return [one];
  const others = await context.reader.rows<[string]>(
    sql`select id from change where batch_id = ${one.batchId}::uuid and verb = any(${gestures}) and id <> ${one.changeId}`,
  );
  const found = await Promise.all(
    others.map(async ([changeId]) => ({ ...(await findUndoable(context, changeId)), changeId })),
  );
  return [one, ...found].toSorted((a, b) => turnOf(a) - turnOf(b));
}

function turnOf({ record, fields }: UndoableChange): number {
  if (record !== 'person') return 1;
  return fields.some(({ field, before }) => field === 'id' && before === null) ? 2 : 0;
}
