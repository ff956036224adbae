import type { ReviewDeadline } from '#schema/review/deadline/ReviewDeadline.ts';
import type { ReviewDeadlines } from '#schema/review/deadline/ReviewDeadlines.ts';
import { may } from '#server/access/ensure.ts';
import type { Context } from '#server/context.ts';
import { counted, laidOut } from './deadlineSql.ts';
import { maySetDeadline } from './deadlineRules.ts';
import { readDeadlineHistory } from './readDeadlineHistory.ts';

interface Row extends Omit<ReviewDeadline, 'viewerMayChange'> {
  readonly servedAreas: readonly number[] | null;
  readonly seat: number | null;
}

const reading = `with ${laidOut('select id, trust_id, kind, months from review_deadline', '$1')},
  going as (
    select l.rule, count(*)::int as count from laid l join organisation o on o.id = l.id where ${counted} group by l.rule
  )
  select d.id, d.trust_id as "trustId", t.name as "trustName", d.kind, d.months, coalesce(g.count, 0) as organisations,
    to_char(d.set_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "setAt",
    t.served_areas as "servedAreas", t.seat_number as seat
  from review_deadline d left join organisation t on t.id = d.trust_id left join going g on g.rule = d.id
  union all
  select null, null, null, null, null, coalesce((select count from going where rule is null), 0), null, null, null
  order by "trustName" nulls first, kind nulls first`;

/** Fristene. Those that are set, how many organisations go by each, and what has become of them. */
export async function readDeadlines(context: Context): Promise<ReviewDeadlines> {
  const { database, today, viewer } = context;
  const [{ rows }, history] = await Promise.all([
    database.pool.query<Row>(reading, [today]),
    readDeadlineHistory(context),
  ]);
  const isSet = ({ id }: Row) => id !== null;
  return {
    deadlines: rows.filter(isSet).map(({ servedAreas, seat, ...row }) => ({
      ...row,
      viewerMayChange: may(maySetDeadline, viewer, servedAreas && { servedAreas, seat }),
    })),
    others: rows.find((row) => !isSet(row))?.organisations ?? 0,
    viewerMaySetForAll: may(maySetDeadline, viewer, null),
    history,
  };
}
