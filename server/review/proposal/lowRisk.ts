import type { FieldChange } from '#server/common/FieldChange.ts';
import type { Run } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';

/**
 * Lav risiko. Whether every trust that answers for a place of the organisation takes in all of these fields unseen; none does until it
 * says so.
 */
export async function isLowRisk(
  run: Run,
  { today }: Pick<Context, 'today'>,
  organisationId: string,
  changes: readonly FieldChange[],
): Promise<boolean> {
  const [found] = await run<{ isLow: boolean | null }>(
    `with recursive place as (
       select a.number, a.parent_number from organisation o
       cross join unnest(case when o.served_areas = '{}' then array[o.seat_number] else o.served_areas end) as n
       join area a on a.number = n where o.id = $1
       union select a.number, a.parent_number from place p join area a on a.number = p.parent_number
     )
     select bool_and($2::text[] <@ coalesce(t.low_risk, '{}')) as "isLow"
     from (
       select distinct c.trust_id from place p join catchment c on c.area_number = p.number
       where c.since <= $3::date and coalesce(c.until, 'infinity') >= $3::date
     ) as answers
     left join review_trust t on t.trust_id = answers.trust_id`,
    [organisationId, [...new Set(changes.map(({ field }) => field))], today],
  );
  return found?.isLow === true;
}
