import type { Run } from '#server/common/inTransaction.ts';

/**
 * Virkeområder. The areas of everybody's scope, as text: whoever works where a trust answers sees by its catchments, and by those of the
 * bodies beneath it. Empty where no catchment is in play.
 */
export async function scopesAsTheyAre(
  run: Run,
  ids: readonly [string, string],
  today: string,
): Promise<string> {
  const [row] = await run<{ scopes: string | null }>(
    `select string_agg(id || ' ' || areas_in_scope(id, null, $2::date)::text, E'\\n' order by id) as scopes
     from (
       select distinct scope_organisation_id as id
       from (select scope_organisation_id from staff_user union all select scope_organisation_id from api_token) as held
       where scope_organisation_id is not null
     ) as scope
     where exists (
       select from catchment c join organisation t on t.id = c.trust_id where t.id = any($1::uuid[]) or t.parent_id = any($1::uuid[])
     )`,
    [ids, today],
  );
  return row?.scopes ?? '';
}
