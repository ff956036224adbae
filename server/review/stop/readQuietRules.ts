import { Organisation } from '#schema/organisation/Organisation.ts';
import type { QuietRule } from '#schema/review/QuietRule.ts';
import { may } from '#server/access/ensure.ts';
import { areasOf } from '#server/access/scope.ts';
import { numbersOf } from '#server/common/columnValue.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { given, raw, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import { NotFound } from '#server/problems.ts';
import { mayAnswerStop } from './answerStop.ts';

const moment = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

type Told = Omit<QuietRule, 'viewerMayLift'>;

/**
 * Får fred. What has an organisation left alone today; nothing for most.
 *
 * Throws NOT_FOUND.
 */
export async function readQuietRulesOf(context: Context, id: string): Promise<QuietRule[]> {
  const { reader, readModel, viewer, today } = context;
  const finding = statementOf(
    readModel,
    readQuietRulesOf,
    () => sql`select o.served_areas, o.seat_number, (
        select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'organisationId', o.id, 'organisationName', o.name,
          'objectedOn', k.objected_on, 'pausedUntil', k.paused_until, 'notedAt', ${raw(moment('k.noted_at'))}) order by k.noted_at, k.id), '[]')
        from quiet_rule k where k.organisation_id = o.id and k.lifted_at is null
          and (k.objected_on <= ${given('today')}::date or k.paused_until > ${given('today')}::date))
      from organisation o where o.id = ${given('id')} and ${readModel.readable(Organisation.name).rule('o')}`,
  );
  const [found] = isUuid(id) ? await reader.rawRows(finding, { context, args: { id, today } }) : [];
  if (!found) throw new NotFound(Organisation.name);
  const [servedAreas, seat, rules] = found as [string, string | null, string];
  const viewerMayLift = may(mayAnswerStop, viewer, {
    servedAreas: numbersOf(servedAreas),
    seat: seat === null ? null : Number(seat),
  });
  return (JSON.parse(rules) as Told[]).map((rule) => ({ ...rule, viewerMayLift }));
}

/** De som får fred. Those that are left alone today, within the viewer's scope, the latest noted first. */
export async function readQuietRules(context: Context): Promise<QuietRule[]> {
  const { rows } = await context.database.pool.query<Told>({
    name: 'organisations left alone',
    text: `select k.id, o.id as "organisationId", o.name as "organisationName", k.objected_on::text as "objectedOn",
        k.paused_until::text as "pausedUntil", ${moment('k.noted_at')} as "notedAt"
      from quiet_rule k join organisation o on o.id = k.organisation_id
      where k.lifted_at is null and (k.objected_on <= $2::date or k.paused_until > $2::date)
        and o.archived_on is null and o.merged_into is null and ($1::integer[] is null or o.served_areas && $1
        or (o.served_areas = '{}' and (o.seat_number is null or o.seat_number = any($1))))
      order by k.noted_at desc, k.id limit 100`,
    values: [areasOf(context.viewer?.scope ?? null), context.today],
  });
  return rows.map((rule) => ({ ...rule, viewerMayLift: true }));
}
