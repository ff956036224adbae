import { Field, ID, InputType, Int } from 'type-graphql';

import { BatchKind } from '#schema/access/BatchKind.ts';
import { Text } from '#schema/common/Text.ts';
import { isSameScope } from '#server/access/scope.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import type { Context } from '#server/context.ts';
import { noteBatch } from '#server/person/batch/noteBatch.ts';
import { Conflict } from '#server/problems.ts';
import { ensureTheirs, lockReady } from './theirImport.ts';

@InputType({ description: 'Which import is put into the register, with the figures that one saw.' })
export class ApplyImportInput {
  @Field(() => ID, { description: 'The UUID of the import.' })
  importId!: string;

  @Field(() => Int, { description: 'How many organisations it is to add, as one saw it.' })
  expectedAdded!: number;

  @Field(() => Int, { description: 'How many it is to change, as one saw it.' })
  expectedChanged!: number;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

/**
 * Gjennomføre. Says that what was looked at is to be written; a job does so, and the batch that it makes can be taken back as one.
 *
 * Throws NOT_FOUND, FORBIDDEN, CONFLICT (NOT_READY, COUNTS_CHANGED, NOTHING_TO_DO, SCOPE_CHANGED).
 */
export async function startImport(
  context: Context,
  { importId: id, expectedAdded, expectedChanged, reason }: ApplyImportInput,
): Promise<string> {
  await ensureTheirs(context, id);
  await inTransaction(context.database.pool, async (run) => {
    const it = await lockReady(run, id);
    const [counts] = await run<{ added: number; changed: number }>(
      `select count(*) filter (where outcome = 'added')::integer as added, count(*) filter (where outcome = 'changed')::integer as changed
       from import_row where import_id = $1::uuid`,
      [id],
    );
    const { added = 0, changed = 0 } = counts ?? {};
    if (added !== expectedAdded || changed !== expectedChanged)
      throw new Conflict('COUNTS_CHANGED');
    if (added + changed === 0) throw new Conflict('NOTHING_TO_DO');
    // What is whose was looked at when the file came.
    if (!isSameScope(it.scope, context.viewer?.scope ?? null)) throw new Conflict('SCOPE_CHANGED');
    const batchId = crypto.randomUUID();
    await noteBatch(run, context, {
      id: batchId,
      kind: BatchKind.IMPORT,
      reason: reason ?? it.fileName,
      isUnderWay: true,
    });
    await run(
      `update import set state = 'applying', done = 0, batch_id = $2::uuid, reason = $3 where id = $1::uuid`,
      [id, batchId, reason ?? null],
    );
    await addJob(run, 'applyImport', { importId: id }, `applyImport ${id}`);
  });
  return id;
}
