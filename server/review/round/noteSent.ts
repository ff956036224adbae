import type { Became, Pool, RoundMessage } from './sendWaiting.ts';

type Told = Exclude<Became, { became: 'later' }>;

/**
 * Noterer hva det ble. A message was sent, will never be, or nobody knows; its request and its link say the same. For those who send, and for
 * whoever has put one on paper into the post.
 *
 * Only what may have got there counts as having been written to.
 */
export async function whatBecame(
  pool: Pool,
  { id }: Pick<RoundMessage, 'id'>,
  told: Told,
  now: Date,
): Promise<void> {
  if (told.became === 'sent') {
    await pool.query({
      name: 'a message of a round was sent',
      text: `with m as (
          update review_message set sent_at = $2, begun_at = coalesce(begun_at, $2), failed_at = null, failure = null, try_after = null,
            attempts = attempts + 1, message_id = $3
          where id = $1 returning request_id
        ), q as (
          update review_request q set sent_at = coalesce(q.sent_at, $2), failed_at = null from m where q.id = m.request_id
          returning q.link_id
        )
        update personal_link l set sent_at = coalesce(l.sent_at, $2) from q where l.id = q.link_id`,
      values: [id, now, told.messageId],
    });
    return;
  }
  const failure = told.became === 'unclear' ? 'unclear' : told.failure;
  await pool.query({
    name: 'a message of a round was not sent',
    text: `with m as (
        update review_message set failed_at = $2, failure = $3, attempts = attempts + 1,
          begun_at = case when $3 = 'unclear' then begun_at end
        where id = $1 and sent_at is null returning request_id, step
      )
      update review_request q set failed_at = case when m.step = 0 then $2 else q.failed_at end,
        bounced_at = case when $3 = 'bounced' then coalesce(q.bounced_at, $2) else q.bounced_at end
      from m where q.id = m.request_id`,
    values: [id, now, failure],
  });
}

/** It is tried again. */
export async function noteWaiting(
  pool: Pool,
  id: string,
  { seconds, isTry, slot }: Extract<Became, { became: 'later' }>,
  now: Date,
): Promise<void> {
  await pool.query({
    name: 'a message of a round waits',
    text: `update review_message set begun_at = null, try_after = $2::timestamptz + make_interval(secs => $3::float),
        attempts = attempts + $4::integer, slot = $5 where id = $1 and sent_at is null`,
    values: [id, now, seconds, isTry ? 1 : 0, slot],
  });
}

/** What began and came to no end: of a sender that is no more. */
export async function noteUnclear(pool: Pool, now: Date): Promise<void> {
  await pool.query(
    `with m as (
       update review_message set failed_at = $1, failure = 'unclear'
       where begun_at is not null and sent_at is null and failed_at is null returning request_id, step
     )
     update review_request q set failed_at = $1 from m where q.id = m.request_id and m.step = 0`,
    [now],
  );
}
