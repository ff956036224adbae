import { Field, ID, InputType } from 'type-graphql';

import { ensure } from '#server/access/ensure.ts';
import { areasOf } from '#server/access/scope.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { Conflict } from '#server/problems.ts';
import { logRound } from '#server/review/round/logRound.ts';
import { findRound } from '#server/review/round/readRounds.ts';
import { mayRunRound } from '#server/review/round/roundRules.ts';
import { unsent, writable } from './letterSql.ts';

@InputType({ description: 'A round whose printed letters are in the post.' })
export class NoteLettersSentInput {
  @Field(() => ID, { description: 'The UUID of the round.' })
  roundId!: string;
}

/**
 * Markere brev som sendt. The letters that were printed are in the post: from now on each counts as sent, as if it had gone by e-mail. What came
 * into the queue after the printing waits for the next time.
 *
 * Throws NOT_FOUND, FORBIDDEN, CONFLICT (NOT_OPEN, NO_PRINTED_LETTERS: none is printed that is not sent already).
 */
export async function noteLettersSent(
  context: Context,
  { roundId }: NoteLettersSentInput,
): Promise<string> {
  const { database, now, today } = context;
  const round = await findRound(context, roundId);
  ensure(mayRunRound, context.viewer, round);
  if (round.state !== 'open') throw new Conflict('NOT_OPEN');
  const areas = areasOf(context.viewer.scope);
  await inTransaction(database.pool, async (run) => {
    // Of two who say so at the same moment the second finds none left.
    await run('select from review_round where id = $1 for update', [roundId]);
    const sent = await run(
      `with m as (
         update review_message set sent_at = $4, begun_at = $4, attempts = attempts + 1
         where id in (select m.id from ${writable} join ${unsent} where q.round_id = $3 and m.printed_at is not null)
         returning request_id
       ), q as (
         update review_request q set sent_at = coalesce(q.sent_at, $4), failed_at = null from m where q.id = m.request_id
         returning q.link_id
       ) update personal_link l set sent_at = coalesce(l.sent_at, $4) from q where l.id = q.link_id returning l.id`,
      [areas, today, roundId, now],
    );
    if (!sent.length) throw new Conflict('NO_PRINTED_LETTERS');
    const fields = [{ field: 'sentLetters', before: null, after: sent.length }];
    await logRound(run, context, 'noteLettersSent', roundId, fields);
  });
  return roundId;
}
