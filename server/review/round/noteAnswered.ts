import type { AnsweredThrough } from '#schema/review/round/AnsweredThrough.ts';
import type { ReviewOutcome } from '#schema/review/round/ReviewOutcome.ts';
import type { Run } from '#server/common/inTransaction.ts';

import { LINKS_OUTLIVE } from './steps.ts';

/** Whose answer it is: that of one request, or of an organisation, to what it was asked last. */
export type Answering = { readonly requestId: string } | { readonly organisationId: string };

/**
 * Noterer svar. Takes down, in the transaction of `run`, that an organisation has answered; gives the request, or null where nobody has asked.
 *
 * Whoever has answered may answer again: the first moment stays, and of the outcomes the one that says more. An answer that comes after the round
 * was closed is kept as any other, for as long as its links open, and its moment says so.
 */
export async function noteAnswered(
  run: Run,
  answering: Answering,
  outcome: ReviewOutcome,
  through: AnsweredThrough,
  moment: Date,
): Promise<string | null> {
  const [which, id] =
    'requestId' in answering
      ? ['q.id = $1', answering.requestId]
      : [
          `q.id = (
            select l.id from review_request l join review_round r on r.id = l.round_id
            where l.organisation_id = $1
              and (r.state = 'open' or (r.state = 'closed' and r.due_on + ${LINKS_OUTLIVE} >= $2::timestamptz::date))
            order by r.state = 'open' desc, r.opened_at desc limit 1
          )`,
          answering.organisationId,
        ];
  const [noted] = await run<{ id: string }>(
    `update review_request as q set answered_at = coalesce(q.answered_at, $2), answered_through = coalesce(q.answered_through, $4),
       outcome = case when q.outcome is null or array_position(${order}, $3) > array_position(${order}, q.outcome) then $3 else q.outcome end
     where ${which} returning q.id`,
    [id, moment, outcome, through],
  );
  return noted?.id ?? null;
}

/** What says more comes later. */
const order = `array['confirmed', 'changed', 'declined']::text[]`;
