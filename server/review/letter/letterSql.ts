import { ofOwnTrusts } from '#server/review/progress/ofOwnTrusts.ts';

/** So many letters are printed at a time: as many as a person carries, and as are made without others having to wait. */
export const MOST_LETTERS = 100;

/** Requests of rounds that are under way, whose link still opens and whose organisation may be written to. $1 areas of the scope, $2 the day. */
export const writable = `review_request q join review_round r on r.id = q.round_id and r.state = 'open'
  join organisation o on o.id = q.organisation_id
  join personal_link l on l.id = q.link_id and l.revoked_at is null and l.expires_on >= $2::date
    and q.outcome is null and q.hindrance is null and hindrance_of(q.organisation_id, $2::date) is null
    and ${ofOwnTrusts('q.trust_id', '$1', '$2')}`;

/** The letter of a request that is to go by post and has not. */
export const unsent = `review_message m on m.request_id = q.id and m.channel = 'letter' and m.sent_at is null and m.failed_at is null
  and m.begun_at is null`;

/** Whether it may go today: it is due, and they were not written to this week. */
export const isDue = `m.due_on <= $2::date and coalesce(may_be_written_to_on(q.organisation_id), $2::date) <= $2::date`;
