import { Field, ID, InputType } from 'type-graphql';

import { BatchKind } from '#schema/access/BatchKind.ts';
import { BatchState } from '#schema/access/BatchState.ts';
import { Text } from '#schema/common/Text.ts';
import { ensurePermission } from '#server/access/ensure.ts';
import { areasOf, type Scope } from '#server/access/scope.ts';
import { reversed } from '#server/common/FieldChange.ts';
import { inTransaction, type Run } from '#server/common/inTransaction.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { addJob } from '#server/common/job/addJob.ts';
import { type Writer, writeInSets } from '#server/common/writeInSets.ts';
import type { Context } from '#server/context.ts';
import { Conflict, InvalidInput, NotFound } from '#server/problems.ts';
import { batchChanges, batchTypes, type Hindrance } from './batchChanges.ts';

@InputType({ description: 'Which batch is taken back, and why.' })
export class UndoBatchInput {
  @Field(() => ID, { description: 'The UUID of the batch.' })
  batchId!: string;

  @Field(() => Text, { description: 'Why, for those who read the history.' })
  reason!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether what has been changed since is left as it is, and all the rest taken back. Without it, such a batch is refused as a whole: CONFLICT tells what stands in the way.',
  })
  leaveChanged?: boolean | null;
}

/** As many as are undone in one transaction, while somebody waits; more are a job. */
const atOnce = 1_000;
const chunk = 500;
/** As many of those in the way are told of by name. */
const mostTold = 50;
const first = '00000000-0000-0000-0000-000000000000';

/** A record that keeps a batch from being undone whole. */
interface InTheWay {
  readonly kind: string;
  readonly id: string;
  readonly name: string | null;
  readonly reason: Hindrance;
}

/**
 * Angre et parti. Takes back all that was done in a batch, each record by a change of its own that names what it undoes: what was made is
 * removed, what was changed is put back, what was removed is there again.
 *
 * Where somebody has done something else since, their work stays: nothing is taken back and they are told of, unless whoever asks wants
 * all the rest taken back. Throws NOT_FOUND, INVALID_INPUT, CONFLICT (CANNOT_BE_UNDONE, CHANGED_SINCE with `changes` and `count`).
 */
export async function undoBatch(
  context: Context,
  { batchId, reason, leaveChanged }: UndoBatchInput,
): Promise<string> {
  const { viewer, now } = context;
  ensurePermission('register.write', viewer);
  if (!isUuid(batchId)) throw new NotFound('Batch');
  await inTransaction(context.database.pool, async (run) => {
    const [batch] = await run<{ kind: BatchKind; state: BatchState }>(
      'select kind, state from batch where id = $1::uuid for update',
      [batchId],
    );
    if (!batch) throw new NotFound('Batch');
    if (!/[\p{L}\p{N}]/u.test(reason)) throw new InvalidInput({ reason: 'REQUIRED' });
    if (batch.state !== BatchState.DONE || batch.kind === BatchKind.MERGE) {
      throw new Conflict('CANNOT_BE_UNDONE');
    }
    const { total, inTheWay, count } = await lookThrough(run, context, batchId, viewer.scope);
    if (count > 0 && !leaveChanged) {
      throw new Conflict('CHANGED_SINCE', { count, changes: inTheWay });
    }
    await run(
      `update batch set state = 'undoing', undone_by_id = $2::uuid, undone_at = $3::timestamptz, undone_reason = $4 where id = $1::uuid`,
      [batchId, viewer.via === 'session' ? viewer.id : null, now, reason],
    );
    if (total <= atOnce) {
      await undoAll(run, context, { batchId, reason, scope: viewer.scope });
      return;
    }
    await addJob(
      run,
      'undoBatch',
      {
        batchId,
        reason,
        byId: viewer.id,
        via: viewer.via,
        scope: JSON.stringify(areasOf(viewer.scope)),
      },
      `undoBatch ${batchId}`,
    );
  });
  return batchId;
}

/** Counts what is to be undone, and what stands in the way. */
async function lookThrough(run: Run, writer: Writer, batchId: string, scope: Scope) {
  const inTheWay: InTheWay[] = [];
  let [total, count] = [0, 0];
  for (const type of batchTypes) {
    for (let after = first; ;) {
      const changes = await batchChanges(run, writer, type, {
        batchId,
        after,
        most: 2 * chunk,
        scope,
      });
      total += changes.length;
      for (const { recordId: id, name, hindrance } of changes) {
        if (!hindrance) continue;
        count += 1;
        const kind = type.name.toUpperCase();
        if (inTheWay.length < mostTold) inTheWay.push({ kind, id, name, reason: hindrance });
      }
      const last = changes.at(-1);
      if (!last) break;
      after = last.id;
    }
  }
  return { total, inTheWay, count };
}

/** What is undone of a batch, and for whom. */
export interface Undoing {
  readonly batchId: string;
  readonly reason: string;
  readonly scope: Scope;
}

async function undoAll(run: Run, writer: Writer, undoing: Undoing): Promise<void> {
  let kept = 0;
  for (const [place] of batchTypes.entries()) {
    for (let after: string | null = first; after !== null;) {
      const done = await undoSome(run, writer, undoing, place, after);
      kept += done.kept;
      after = done.last;
    }
  }
  await endUndoing(run, undoing.batchId, kept);
}

/** Undoes the next changes of a batch that are of one type. `last`: where it came to; null at the end. */
export async function undoSome(
  run: Run,
  writer: Writer,
  { batchId, reason, scope }: Undoing,
  place: number,
  after: string,
): Promise<{ readonly last: string | null; readonly kept: number }> {
  const type = batchTypes[place];
  if (!type) return { last: null, kept: 0 };
  const changes = await batchChanges(run, writer, type, { batchId, after, most: chunk, scope });
  const free = changes.filter(({ hindrance }) => hindrance === null);
  const written = await writeInSets(
    run,
    writer,
    { verb: 'undoBatch', reason, batchId },
    type,
    free.map(({ id, recordId, version, fields }) => ({
      id: recordId,
      version,
      fields: reversed(fields),
      undoes: id,
    })),
  );
  return { last: changes.at(-1)?.id ?? null, kept: changes.length - written.size };
}

export const endUndoing = (run: Run, batchId: string, kept: number): Promise<unknown> =>
  run(
    `update batch set kept = $2::integer, state = case when $2::integer > 0 then 'partly_undone' else 'undone' end
     where id = $1::uuid and state = 'undoing'`,
    [batchId, kept],
  );
