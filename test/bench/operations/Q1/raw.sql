-- $1 hit, $2 keys, $3 number, $4 length, $5 named, $6 partly named, $7 solid, $8 exact, $9 partly, $10 near, $11 wider, $12 widest,
-- $13 understood, $14 due, $15 today
with hit as materialized (
  select id, kind, languages,
    case when name_keys && $2::text[] or number = $3 then 0
      when name_length = $4::integer and names @@ $5::tsquery then 1
      when lexemes @@ $7::tsquery then 2 else 3 end as o1,
    case when reach_audiences <> 0 and (verified_on is null or verified_on >= $14::date)
      and (closed_on is null or closed_on >= $15::date) then 0 else 1 end as o2,
    case when lexemes @@ $10::tsquery then 0 when lexemes @@ $11::tsquery then 1 when lexemes @@ $12::tsquery then 2 else 3 end as o3,
    case when $13::boolean and verified_on >= $14::date then 0 when $13::boolean then 10 else 0 end
      + case when names @@ $5::tsquery then 0 when names @@ $6::tsquery then 1 else 2 end as o4,
    case when lexemes @@ $8::tsquery then 0 when lexemes @@ $9::tsquery then 1 else 2 end as o5,
    coalesce(date '2000-01-01' - verified_on, 1000000) as o6,
    sort_name as o7
  from directory_sought
  where lexemes @@ $1::tsquery
),
page as (select * from hit order by o1, o2, o3, o4, o5, o6, o7, id limit 50)
select json_build_object(
  'total', (select count(*) from hit),
  'languages', (
    select coalesce(json_agg(json_build_object('value', code, 'count', count)), '[]')
    from (select number, count(*) from hit, unnest(languages) as number group by number) as counted join language using (number)
  ),
  'kinds', (
    select coalesce(json_agg(json_build_object('value', kind, 'count', count)), '[]')
    from (select kind, count(*) from hit group by kind) as counted
  ),
  'nodes', (
    select coalesce(json_agg(row_to_json(organisation)), '[]')
    from (
      select o.id, o.name, o.kind,
        (select json_build_object('code', code, 'name', name_nb) from area where number = o.seat_number) as seat,
        (
          select coalesce(json_agg(json_build_object('code', code, 'name', name_nb) order by place), '[]')
          from unnest(o.languages) with ordinality as listed(number, place) join language using (number)
        ) as languages,
        (
          select coalesce(json_agg(json_build_object('id', id, 'channel', channel, 'value', value) order by position, id), '[]')
          from organisation_contact_point where organisation_id = o.id
        ) as "contactPoints",
        (
          select coalesce(json_agg(row_to_json(affiliation)), '[]')
          from (
            select a.id, a.role, (
              select row_to_json(person)
              from (
                select p.id, p.given_name as "givenName", p.family_name as "familyName", (
                  select coalesce(json_agg(json_build_object('id', id, 'channel', channel) order by position, id), '[]')
                  from person_contact_point where person_id = p.id
                ) as "contactPoints"
                from person p
                where p.id = a.person_id
              ) as person
            ) as person
            from affiliation a
            where a.organisation_id = o.id and a.since <= $15::date and coalesce(a.until, 'infinity') >= $15::date
            order by a.is_primary desc, a.since desc, a.id
            limit 3
          ) as affiliation
        ) as affiliations
      from page join organisation o using (id)
      order by o1, o2, o3, o4, o5, o6, o7, id
    ) as organisation
  )
)::text
