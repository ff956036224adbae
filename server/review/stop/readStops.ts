import type { StopRequest } from '#schema/review/StopRequest.ts';
import { areasOf } from '#server/access/scope.ts';
import type { Context } from '#server/context.ts';

const answerBy = `((s.asked_at at time zone 'Europe/Oslo') + interval '1 month')::date`;

/** `today`: which parameter is the day on which it is asked. */
const columns = (
  today: string,
) => `s.id, s.organisation_id as "organisationId", o.name as "organisationName", s.kind, s.reason, s.language, s.answer,
  to_char(s.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "askedAt",
  ${answerBy}::text as "answerBy", s.answered_at is null and ${answerBy} < ${today}::date as "isOverdue"`;

/** Henvendelser som venter. Within the viewer's scope, the oldest first. */
export async function readStops(context: Context): Promise<StopRequest[]> {
  const { rows } = await context.database.pool.query<StopRequest>({
    name: 'requests to stop',
    text: `select ${columns('$2')} from stop_request s join organisation o on o.id = s.organisation_id
      where s.answered_at is null and ($1::integer[] is null or o.served_areas && $1
        or (o.served_areas = '{}' and (o.seat_number is null or o.seat_number = any($1))))
      order by s.asked_at, s.id limit 100`,
    values: [areasOf(context.viewer?.scope ?? null), context.today],
  });
  return rows;
}

/** One of them, answered or not. */
export async function readStop(context: Context, id: string): Promise<StopRequest> {
  const { rows } = await context.database.pool.query<StopRequest>(
    `select ${columns('$2')} from stop_request s join organisation o on o.id = s.organisation_id where s.id = $1`,
    [id, context.today],
  );
  const [row] = rows;
  if (!row) throw new Error(`Request ${id} was there a moment ago`);
  return row;
}
