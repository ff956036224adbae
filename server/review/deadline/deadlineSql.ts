import { usualMonths } from '#server/common/deadlineMonths.ts';

/**
 * Hvem som har hvilken frist. Queries of which `laid` gives each organisation with the deadline that it has by some rules on a day: `id`, `months`,
 * and the `rule` it goes by, null for none. What `due_months_of` says of one, of all at once.
 *
 * `rules`: a query of `id`, `trust_id`, `kind` and `months`. `day`: the place of the day among the values.
 */
export const laidOut = (rules: string, day: string): string => `
  recursive up(area, number, steps) as (
    select number, number, 0 from area
    union all
    select u.area, a.parent_number, u.steps + 1 from up u join area a on a.number = u.number where a.parent_number is not null
  ), rules as materialized (${rules}),
  answers as materialized (
    select distinct on (u.area) u.area, c.trust_id from up u join catchment c on c.area_number = u.number
    where c.care = 'somatic' and c.since <= ${day}::date and coalesce(c.until, 'infinity') >= ${day}::date
      and exists (select from rules where trust_id is not null)
    order by u.area, u.steps
  ), belongs as materialized (
    select distinct on (o.id) o.id, a.trust_id
    from organisation o cross join lateral unnest(array_prepend(o.seat_number, o.served_areas)) with ordinality as p(number, at)
    join answers a on a.area = p.number
    order by o.id, p.at
  ), laid as materialized (
    select o.id, coalesce(d.months, ${usualMonths}) as months, d.id as rule
    from organisation o left join belongs b on b.id = o.id
    left join lateral (
      select r.id, r.months from rules r
      where (r.kind is null or r.kind = o.kind) and (r.trust_id is null or r.trust_id = b.trust_id)
      order by r.trust_id is null, r.kind is null limit 1
    ) as d on true
  )`;

/** Those that somebody finds: of others, nobody is told. */
export const counted = 'o.archived_on is null and o.merged_into is null';

/** The state of an organisation with a deadline, as SQL. `fresh`, `due`: the places of the days by months. */
const stateWith = (months: string, fresh: string, due: string): string =>
  `case when o.verified_on is null then 'unknown' when o.verified_on >= (${fresh}::date[])[${months}] then 'fresh'
    when o.verified_on >= (${due}::date[])[${months}] then 'due' else 'stale' end`;

/** What it makes of a difference that `laid` holds from now on. */
export const effectOfLaid = (fresh: string, due: string): string => `
  select count(*)::int as organisations,
    count(*) filter (where now = 'fresh' and was <> 'fresh')::int as fresh,
    count(*) filter (where now = 'due' and was <> 'due')::int as due,
    count(*) filter (where now = 'stale' and was <> 'stale')::int as stale
  from (
    select ${stateWith('o.due_months', fresh, due)} as was, ${stateWith('l.months', fresh, due)} as now
    from laid l join organisation o on o.id = l.id
    where o.due_months <> l.months and ${counted}
  ) as differing`;
