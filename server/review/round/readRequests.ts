import type { ProgressBy } from '#schema/review/progress/ProgressBy.ts';
import type { ReviewRequest, ReviewRequestPage } from '#schema/review/round/ReviewRequest.ts';
import type { ReviewRequestState } from '#schema/review/round/ReviewRequestState.ts';
import { areasOf } from '#server/access/scope.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput, NotFound } from '#server/problems.ts';
import { ofOwnTrusts } from '#server/review/progress/ofOwnTrusts.ts';
import { partOf } from '#server/review/progress/partOf.ts';
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

/** Those whom one of the viewer's trusts follows up: the list behind a figure is as long as the figure says. */
const within = ofOwnTrusts('q.trust_id', '$1', '$2');

/** Which requests of a round. */
export interface RequestFilter {
  readonly roundId: string;
  readonly states: readonly ReviewRequestState[] | null;
  readonly trustId: string | null;
  /** A row of the progress: by what it is told apart, and which; null for those of whom it is not known. */
  readonly by: ProgressBy | null;
  readonly key: string | null;
  readonly first: number;
  readonly after: string | null;
}

const MOST = 100;

/** Forespørslene i en runde. Of the viewer's trusts, by name. Throws INVALID_INPUT. */
export async function readRequests(
  context: Context,
  { roundId, states, trustId, by, key, first, after }: RequestFilter,
): Promise<ReviewRequestPage> {
  if (first < 1 || first > MOST) throw new InvalidInput({ first: `FROM_1_TO_${MOST}` });
  const part = partOf(context, { by, key }, '$6');
  const where = `q.round_id = $3 and ${within} and ($4::text[] is null or ${requestState('q')} = any($4))
    and ($5::uuid is null or q.trust_id = $5) and ${part.condition}`;
  const values = [
    areasOf(context.viewer?.scope ?? null),
    context.today,
    isUuid(roundId) ? roundId : null,
    states?.length ? states : null,
    trustId !== null && isUuid(trustId) ? trustId : null,
    part.value,
  ];
  const kind = `${by ?? 'any'} ${key === null ? 'unknown' : 'known'}`;
  const { pool } = context.database;
  const [{ rows }, { rows: counted }] = await Promise.all([
    pool.query<ReviewRequest>({
      name: `requests of a round, ${kind}`,
      text: `select ${columns} from ${tables} where ${where}
        and ($7::uuid is null or (o.name, q.id) > (
          select p.name, l.id from review_request l join organisation p on p.id = l.organisation_id where l.id = $7
        )) order by o.name, q.id limit $8`,
      values: [...values, after !== null && isUuid(after) ? after : null, first + 1],
    }),
    pool.query<{ count: number }>({
      name: `count of requests of a round, ${kind}`,
      text: `select count(*)::integer as count from review_request q where ${where}`,
      values,
    }),
  ]);
  return {
    nodes: rows.slice(0, first),
    totalCount: counted[0]?.count ?? 0,
    hasMore: rows.length > first,
  };
}

/** One of them, of the viewer's trusts. Throws NOT_FOUND. */
export async function readRequest(context: Context, id: string): Promise<ReviewRequest> {
  const { rows } = await context.database.pool.query<ReviewRequest>({
    name: 'one request',
    text: `select ${columns} from ${tables} where q.id = $3 and ${within}`,
    values: [areasOf(context.viewer?.scope ?? null), context.today, isUuid(id) ? id : null],
  });
  const [row] = rows;
  if (!row) throw new NotFound('ReviewRequest');
  return row;
}
