import type { Run } from '#server/common/inTransaction.ts';
import { HANDED_OVER, LAST_CALL } from './steps.ts';

/**
 * Planlegger påminnelser. Of each round that is open: whoever was written to and has not answered gets, on its day, the step that is due.
 *
 * Of several whose days have come, as after a server that was away, only the latest; each step once, and none after the last call or the
 * day on which answers are due. The day is worked out from the calendar, so that neither a leap day nor a clock that is put forward or back moves it.
 */
export const planReminders = (run: Run, today: string): Promise<unknown> =>
  run(
    `insert into review_message (id, request_id, step, channel, due_on)
     select gen_random_uuid(), q.id, due.step, q.channel, $1::date
     from review_round r
     cross join lateral (
       select s.step from (
         select n::smallint as step, r.opens_on + days as day from unnest(r.reminder_days) with ordinality as d(days, n)
         union all select ${LAST_CALL}, r.due_on - r.last_call_days where r.last_call_days is not null
       ) as s where s.day <= $1::date and s.day > r.opens_on order by s.day desc, s.step desc limit 1
     ) as due
     join review_request q on q.round_id = r.id
     where r.state = 'open' and r.queued_at is not null and r.due_on >= $1::date
       and q.outcome is null and q.hindrance is null and q.bounced_at is null and q.channel in ('email', 'sms')
       and exists (select from review_message m where m.request_id = q.id and (m.step = 0 or m.step >= ${HANDED_OVER})
         and (m.sent_at is not null or m.failure = 'unclear'))
       and not exists (
         select from review_message m where m.request_id = q.id
           and (m.step = due.step or m.step = ${LAST_CALL} or (m.sent_at is null and m.failed_at is null))
       )
     on conflict (request_id, step) do nothing`,
    [today],
  );
