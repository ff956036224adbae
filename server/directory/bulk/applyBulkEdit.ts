import { BatchKind } from '#schema/access/BatchKind.ts';
import type { BulkAction } from '#schema/directory/bulk/BulkAction.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { inTransaction, type Run } from '#server/common/inTransaction.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { addJob } from '#server/common/job/addJob.ts';
import { writeInSets } from '#server/common/writeInSets.ts';
import type { Context } from '#server/context.ts';
import { noteBatch } from '#server/person/batch/noteBatch.ts';
import { Conflict, Forbidden, NotFound, Unauthenticated } from '#server/problems.ts';
import { bulkFields, vocabularyOf } from './bulkFields.ts';
import type { ApplyBulkEditInput } from './BulkInput.ts';
import { mayEditMany } from './bulkRules.ts';
import { loadSubjects } from './loadSubjects.ts';

/** As many as are done while somebody waits; more are a job. */
const atOnce = 300;
const chunk = 500;

/**
 * Gjøre masseendringen. Does what was counted, to exactly those that were, as one batch: rows, change log and what follows the register.
 * Whoever was changed in between is left, and told of.
 *
 * Throws NOT_FOUND, FORBIDDEN, CONFLICT (ALREADY_DONE).
 */
export async function applyBulkEdit(
  context: Context,
  { id, reason = null }: ApplyBulkEditInput,
): Promise<string> {
  const { viewer, database } = context;
  if (!viewer) throw new Unauthenticated();
  if (!mayEditMany(viewer)) throw new Forbidden(mayEditMany.name);
  await inTransaction(database.pool, async (run) => {
    const [found] = isUuid(id)
      ? await run<{ state: string; count: number }>(
          'select state, cardinality(ids) as count from bulk_edit where id = $1 and by_id = $2 for update',
          [id, viewer.id],
        )
      : [];
    if (!found) throw new NotFound('BulkEdit');
    if (found.state !== 'counted') throw new Conflict('ALREADY_DONE');
    await run(`update bulk_edit set state = 'under_way', reason = $2 where id = $1`, [id, reason]);
    await noteBatch(run, context, { id, kind: BatchKind.BULK, reason, isUnderWay: true });
    if (found.count > atOnce) await addJob(run, 'bulkEdit', { id }, `bulkEdit ${id}`);
    else await doSome(run, context, id);
  });
  return id;
}

interface Row {
  readonly action: BulkAction;
  readonly value: string | null;
  readonly reason: string | null;
  readonly ids: string[];
  readonly versions: number[];
  readonly total: number;
  readonly done: number;
}

/**
 * Does the next of what is to be done, in a transaction: so many are done as are noted as done, whoever dies and however often it is begun.
 * False when nothing is left to do.
 */
export async function doSome(run: Run, context: Context, id: string): Promise<boolean> {
  const [row] = await run<Row>(
    `select action, value, reason, ids[done + 1 : done + $2::integer] as ids, versions[done + 1 : done + $2::integer] as versions,
       cardinality(ids) as total, done
     from bulk_edit where id = $1 and state = 'under_way' for update`,
    [id, chunk],
  );
  if (!row) return false;
  const { action, value, reason, ids, versions, total, done } = row;
  const { vocabulary, locale, today } = context;
  const of = vocabularyOf(action);
  const number =
    of && value !== null ? (vocabulary.byCode(of, value, locale)?.number ?? null) : null;
  const seen = new Map(ids.map((it, at) => [it, versions[at]]));
  const subjects = await loadSubjects(context, ids, run);
  const asked = subjects.flatMap((subject) => {
    const isAsSeen = subject.isInScope && subject.version === seen.get(subject.id);
    const fields = isAsSeen ? bulkFields(action, number, subject, today) : [];
    return fields.length ? [{ id: subject.id, version: subject.version, fields }] : [];
  });
  const deed = { verb: 'applyBulkEdit', reason, batchId: id };
  const written = await writeInSets(run, context, deed, Organisation, asked);
  const left = ids.filter((it) => !written.has(it));
  const isDone = done + ids.length >= total;
  await run(
    `update bulk_edit set done = done + $2, changed = changed + $3, left_ids = left_ids || $4::uuid[],
       state = case when $5 then 'done' else state end where id = $1`,
    [id, ids.length, written.size, left, isDone],
  );
  await run(
    `update batch set changed = changed + $2, state = case when $3 then 'done' else state end where id = $1`,
    [id, written.size, isDone],
  );
  return !isDone;
}
