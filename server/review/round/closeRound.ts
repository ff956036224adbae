import { Field, ID, InputType, Int } from 'type-graphql';

import { ReviewRoundState } from '#schema/review/round/ReviewRoundState.ts';
import { ensure } from '#server/access/ensure.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { Conflict } from '#server/problems.ts';
import { takeSnapshot } from '#server/review/progress/takeSnapshot.ts';
import { logRound } from './logRound.ts';
import { findRound } from './readRounds.ts';
import { mayRunRound } from './roundRules.ts';

@InputType({ description: 'A round to close.' })
export class CloseReviewRoundInput {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => Int, { description: 'The version that one saw.' })
  expectedVersion!: number;
}

/**
 * Lukke en oppdateringsrunde. Nobody is written to any more; what waited to be sent is not, and says so. The links still open, and what comes
 * late is kept.
 *
 * Throws NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, NOT_OPEN, STILL_QUEUEING).
 */
export async function closeRound(
  context: Context,
  { id, expectedVersion }: CloseReviewRoundInput,
): Promise<string> {
  const { database, now, viewer } = context;
  const found = await findRound(context, id);
  ensure(mayRunRound, viewer, found);
  if (found.state !== ReviewRoundState.OPEN) throw new Conflict('NOT_OPEN');
  if (found.version !== expectedVersion) {
    throw new Conflict('STALE_VERSION', { version: found.version });
  }
  if (!found.queuedAt) throw new Conflict('STILL_QUEUEING');
  await inTransaction(database.pool, async (run) => {
    const [closed] = await run(
      `update review_round set version = version + 1, state = 'closed', closed_at = $3
       where id = $1 and version = $2 and state = 'open' returning id`,
      [id, expectedVersion, now],
    );
    if (!closed) throw new Conflict('STALE_VERSION');
    await run(
      `with given_up as (
         update review_message m set failed_at = $2, failure = 'closed'
         from review_request q where q.id = m.request_id and q.round_id = $1
           and m.sent_at is null and m.failed_at is null and m.begun_at is null
         returning m.request_id, m.step
       )
       update review_request q set failed_at = $2 from given_up g where q.id = g.request_id and g.step = 0`,
      [id, now],
    );
    await takeSnapshot(run, id, 'end');
    const fields = [{ field: 'state', before: 'open', after: 'closed' }];
    await logRound(run, context, 'closeReviewRound', id, fields);
  });
  return id;
}
