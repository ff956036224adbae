import { Field, ID, InputType } from 'type-graphql';

import { RecordKind } from '#schema/directory/RecordKind.ts';
import { Text } from '#schema/common/Text.ts';
import { ensure } from '#server/access/ensure.ts';
import { inTransaction, type Run } from '#server/common/inTransaction.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { Conflict, NotFound } from '#server/problems.ts';
import { changedSince } from './changedSince.ts';
import { endWhatWasWithdrawn } from './endWhatWasWithdrawn.ts';
import { findBoth } from './findBoth.ts';
import { keptRows } from './keepMerge.ts';
import { logMerge } from './logMerge.ts';
import { mergeableOf } from './Mergeable.ts';
import { mayMerge } from './mergeRules.ts';
import { putBack } from './putBack.ts';
import { refreshAfter } from './refreshAfter.ts';
import { scopesAsTheyAre } from './scopesAsTheyAre.ts';
import { snapshot } from './snapshot.ts';

@InputType({ description: 'Which merge is taken back, and why.' })
export class UnmergeInput {
  @Field(() => ID, { description: 'The UUID of the merge.' })
  mergeId!: string;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

interface FoundMerge {
  readonly id: string;
  readonly kind: RecordKind;
  readonly survivorId: string;
  readonly loserId: string;
  readonly mergedAt: string;
  readonly undoneAt: string | null;
  readonly isMergedOn: boolean;
}

/**
 * Angrer en sammenslåing. The two are two again, each as it was; what has come to the survivor since stays with it. Gives the identifier of
 * the one that is back.
 *
 * Where what the merge wrote is no longer what stands there, somebody has done something else since: it is said what, and nothing is done. A
 * consent that was withdrawn since ends for both: the no was the person's.
 *
 * Throws NOT_FOUND, FORBIDDEN, CONFLICT (ALREADY_UNDONE, MERGED_SINCE, CHANGED_SINCE, CHANGES_SCOPES).
 */
export async function unmerge(
  context: Context,
  { mergeId, reason }: UnmergeInput,
): Promise<FoundMerge> {
  const merge = await find(context, mergeId);
  if (!merge) throw new NotFound('Merge');
  const { kind, survivorId, loserId } = merge;
  const of = mergeableOf(kind);
  if (merge.isMergedOn) throw new Conflict('MERGED_SINCE');
  ensure(mayMerge, context.viewer, await findBoth(context, of, [survivorId, survivorId]));
  if (merge.undoneAt) throw new Conflict('ALREADY_UNDONE');
  await inTransaction(context.database.pool, async (run) => {
    await hold(run, merge, of.table);
    const changes = await keptRows(run, context.personalKey, mergeId);
    const both = [survivorId, loserId] as const;
    const since = changedSince(of, changes, await snapshot(run, of, both), context.personalKey);
    if (since.length) throw new Conflict('CHANGED_SINCE', { changes: since });
    const scopes = await scopesAsTheyAre(run, both, context.today);
    await putBack(run, of, both, changes);
    if (kind === RecordKind.PERSON) await endWhatWasWithdrawn(run, context, merge);
    if (scopes !== (await scopesAsTheyAre(run, both, context.today))) {
      throw new Conflict('CHANGES_SCOPES');
    }
    await run('update merge set undone_by = $2, undone_at = $3 where id = $1', [
      mergeId,
      context.viewer?.id,
      context.now,
    ]);
    const undone = changes.map((it) => ({ ...it, before: it.after, after: it.before }));
    const deed = { verb: 'unmerge', reason: reason ?? null, batchId: mergeId };
    await logMerge(run, context, of, deed, { survivorId, loserId }, undone);
    await refreshAfter(run, context, both, changes);
  });
  return merge;
}

async function find({ reader }: Context, id: string): Promise<FoundMerge | null> {
  if (!isUuid(id)) return null;
  const { rows } = await reader.query<FoundMerge>(
    `select m.id, m.record_kind as kind, m.survivor_id as "survivorId", m.loser_id as "loserId", m.merged_at as "mergedAt", m.undone_at as "undoneAt",
       coalesce(o.merged_into, p.merged_into) is not null as "isMergedOn"
     from merge m left join organisation o on o.id = m.survivor_id left join person p on p.id = m.survivor_id where m.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** Two who undo the same wait for each other here, and the second finds it done. */
async function hold(
  run: Run,
  { id, survivorId, loserId }: FoundMerge,
  table: string,
): Promise<void> {
  await run(`select from ${table} where id = any($1::uuid[]) order by id for update`, [
    [survivorId, loserId],
  ]);
  const open = await run('select from merge where id = $1 and undone_at is null for update', [id]);
  if (!open.length) throw new Conflict('ALREADY_UNDONE');
}
