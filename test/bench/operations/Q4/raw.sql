-- $1 hit, $2 near, $3 wider, $4 widest, $5 due, $6 today, $7 fluent, $8 good
with candidate as (
  select id,
    case when reach_audiences <> 0 and (verified_on is null or verified_on >= $5::date)
      and (closed_on is null or closed_on >= $6::date) then 0 else 1 end as reachable,
    case when lexemes @@ $2::tsquery then 0 when lexemes @@ $3::tsquery then 1 when lexemes @@ $4::tsquery then 2 else 3 end * 3
      + case when lexemes @@ $7::tsquery then 0 when lexemes @@ $8::tsquery then 1 else 2 end as nearness,
    coalesce(date '2000-01-01' - verified_on, 1000000) as age,
    sort_name
  from directory_sought
  where lexemes @@ $1::tsquery
  order by 2, 3, 4, 5, 1
  limit 50
)
select json_build_object('people', coalesce(json_agg(row_to_json(person)), '[]'))::text
from (
  select p.id, p.given_name as "givenName", p.family_name as "familyName", (
    select coalesce(json_agg(row_to_json(affiliation)), '[]')
    from (
      select a.id, a.role,
        (select json_build_object('id', id, 'name', name, 'kind', kind) from organisation where id = a.organisation_id) as organisation
      from affiliation a
      where a.person_id = p.id and a.since <= $6::date and coalesce(a.until, 'infinity') >= $6::date
      order by a.is_primary desc, a.since desc, a.id
      limit 5
    ) as affiliation
  ) as affiliations
  from candidate c join person p using (id)
  order by c.reachable, c.nearness, c.age, c.sort_name, c.id
) as person
