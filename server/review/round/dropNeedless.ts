import type { Run } from '#server/common/inTransaction.ts';

/**
 * Dropper det som ikke trengs. Of the letters that wait: those to whoever has answered meanwhile go; who may not be written to any more is
 * hindered, and says why; who has been written to this week waits until they may be again; and after the day on which answers are due a first
 * letter is too late, and a reminder gone.
 */
export async function dropNeedless(run: Run, now: Date, today: string): Promise<void> {
  await run(
    `delete from review_message m using review_request q join review_round r on r.id = q.round_id
     where q.id = m.request_id and ${waits} and (q.outcome is not null or (m.step > 0 and r.due_on < $1::date))`,
    [today],
  );
  await run(
    `with late as (
       update review_message m set failed_at = $1, failure = 'too_late'
       from review_request q join review_round r on r.id = q.round_id
       where q.id = m.request_id and ${waits} and r.due_on < $2::date and m.channel <> 'letter' returning m.request_id
     ) update review_request q set failed_at = $1 from late where q.id = late.request_id`,
    [now, today],
  );
  await run(
    `with hindered as (
       select m.id, q.id as request_id, h.hindrance from review_message m join review_request q on q.id = m.request_id
       cross join lateral (select hindrance_of(q.organisation_id, $1::date) as hindrance) as h
       where ${waits} and m.due_on <= $1::date and h.hindrance is not null
     ), gone as (delete from review_message m using hindered h where m.id = h.id)
     update review_request q set hindrance = h.hindrance from hindered h where q.id = h.request_id`,
    [today],
  );
  await run(
    `update review_message m set due_on = may_be_written_to_on(q.organisation_id) from review_request q
     where q.id = m.request_id and ${waits} and m.due_on <= $1::date and may_be_written_to_on(q.organisation_id) > $1::date`,
    [today],
  );
}

const waits = 'm.sent_at is null and m.failed_at is null and m.begun_at is null';
