import { Field, ID, InputType, Int } from 'type-graphql';

import { inTransaction } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import type { Context } from '#server/context.ts';
import { livingSearch } from '#server/directory/audience/audienceWords.ts';
import { Conflict } from '#server/problems.ts';
import { findDraft } from './editRound.ts';
import { logRound } from './logRound.ts';
import { frozen, searchOf } from './membersOfRound.ts';

@InputType({ description: 'A draft to open.' })
export class OpenReviewRoundInput {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => Int, { description: 'The version that one saw.' })
  expectedVersion!: number;
}

/**
 * Åpne en oppdateringsrunde. From now on it is under way: whom it asks is decided by its search as it is today, by a job that has all letters in
 * the queue within seconds. What is sent goes out from its first day; that day is today, where it has passed.
 *
 * Throws NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, NOT_A_DRAFT, DUE_DATE_HAS_PASSED, IS_BROKEN).
 */
export async function openRound(
  context: Context,
  { id, expectedVersion }: OpenReviewRoundInput,
): Promise<string> {
  const { today, now, viewer, database } = context;
  const found = await findDraft(context, id, expectedVersion);
  if (found.dueOn <= today) throw new Conflict('DUE_DATE_HAS_PASSED');
  const search = await searchOf(context, found);
  if (livingSearch(search, context).isBroken) throw new Conflict('IS_BROKEN');
  await inTransaction(database.pool, async (run) => {
    const [opened] = await run(
      `update review_round set version = version + 1, state = 'open', search = $3, opens_on = greatest(opens_on, $4::date),
         opened_at = $5, opened_by = $6
       where id = $1 and version = $2 and state = 'draft' returning id`,
      [id, expectedVersion, JSON.stringify(frozen(search)), today, now, viewer?.id],
    );
    if (!opened) throw new Conflict('STALE_VERSION');
    const fields = [{ field: 'state', before: 'draft', after: 'open' }];
    await logRound(run, context, 'openReviewRound', id, fields);
    await addJob(run, 'queueRound', { roundId: id }, `queue round ${id}`);
  });
  return id;
}
