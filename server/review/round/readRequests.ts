import type { ReviewRequest, ReviewRequestPage } from '#schema/review/round/ReviewRequest.ts';
import type { ReviewRequestState } from '#schema/review/round/ReviewRequestState.ts';
import { areasOf } from '#server/access/scope.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput, NotFound } from '#server/problems.ts';
import { requestState } from './requestState.ts';

const moment = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns = `q.id, q.round_id as "roundId", q.organisation_id as "organisationId", o.name as "organisationName",
  q.trust_id as "trustId", t.name as "trustName", q.language, q.lacks_language as "lacksLanguage", q.channel, q.hindrance,
  ${requestState('q')} as state, ${moment('q.sent_at')} as "sentAt", ${moment('q.opened_at')} as "openedAt",
  ${moment('q.answered_at')} as "answeredAt", q.outcome, q.answered_through as "answeredThrough",
  coalesce(q.answered_at > r.closed_at, false) as "isLate",
  (select count(m.sent_at)::integer from review_message m where m.request_id = q.id) as "messageCount"`;

const tables = `review_request q join review_round r on r.id = q.round_id join organisation o on o.id = q.organisation_id
  left join organisation t on t.id = q.trust_id`;

/** What belongs to where the viewer works: by the areas that are served, else by that of the seat. */
const within = `($1::integer[] is null or case when o.served_areas = '{}' then coalesce(o.seat_number = any($1), false)
  else o.served_areas && $1 end)`;

/** Which requests of a round. */
export interface RequestFilter {
  readonly roundId: string;
  readonly states: readonly ReviewRequestState[] | null;
  readonly trustId: string | null;
  readonly first: number;
  readonly after: string | null;
}

const MOST = 100;

/** Forespørslene i en runde. Within the viewer's scope, by name. Throws INVALID_INPUT. */
export async function readRequests(
  context: Context,
  { roundId, states, trustId, first, after }: RequestFilter,
): Promise<ReviewRequestPage> {
  if (first < 1 || first > MOST) throw new InvalidInput({ first: `FROM_1_TO_${MOST}` });
  const where = `q.round_id = $2 and ${within} and ($3::text[] is null or ${requestState('q')} = any($3))
    and ($4::uuid is null or q.trust_id = $4)`;
  const values = [
    areasOf(context.viewer?.scope ?? null),
    isUuid(roundId) ? roundId : null,
    states?.length ? states : null,
    trustId !== null && isUuid(trustId) ? trustId : null,
  ];
  const { pool } = context.database;
  const [{ rows }, { rows: counted }] = await Promise.all([
    pool.query<ReviewRequest>({
      name: 'requests of a round',
      text: `select ${columns} from ${tables} where ${where}
        and ($5::uuid is null or (o.name, q.id) > (
          select p.name, l.id from review_request l join organisation p on p.id = l.organisation_id where l.id = $5
        )) order by o.name, q.id limit $6`,
      values: [...values, after !== null && isUuid(after) ? after : null, first + 1],
    }),
    pool.query<{ count: number }>({
      name: 'count of requests of a round',
      text: `select count(*)::integer as count from ${tables} where ${where}`,
      values,
    }),
  ]);
  return {
    nodes: rows.slice(0, first),
    totalCount: counted[0]?.count ?? 0,
    hasMore: rows.length > first,
  };
}

/** One of them, within the viewer's scope. Throws NOT_FOUND. */
export async function readRequest(context: Context, id: string): Promise<ReviewRequest> {
  const { rows } = await context.database.pool.query<ReviewRequest>({
    name: 'one request',
    text: `select ${columns} from ${tables} where q.id = $2 and ${within}`,
    values: [areasOf(context.viewer?.scope ?? null), isUuid(id) ? id : null],
  });
  const [row] = rows;
  if (!row) throw new NotFound('ReviewRequest');
  return row;
}
