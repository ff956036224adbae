-- $1 id, $2 today
select json_build_object('organisation', row_to_json(answer))::text
from (
  select o.id, o.name, o.kind, o.number, o.closed_on as "closedOn",
    case when o.member_count is null then null
      else json_build_object('count', o.member_count, 'year', o.member_year) end as membership,
    json_build_object('verifiedOn', o.verified_on, 'verifiedBy', o.verified_by) as freshness,
    (select json_build_object('code', code, 'name', name_nb) from area where number = o.seat_number) as seat,
    (select json_build_object('id', id, 'name', name, 'kind', kind) from organisation where id = o.parent_id) as parent,
    (
      select coalesce(json_agg(json_build_object('code', code, 'name', name_nb) order by place), '[]')
      from unnest(o.languages) with ordinality as listed(number, place) join language using (number)
    ) as languages,
    (
      select coalesce(json_agg(json_build_object('code', code, 'name', name_nb) order by place), '[]')
      from unnest(o.communities) with ordinality as listed(number, place) join community using (number)
    ) as communities,
    (
      select coalesce(json_agg(json_build_object('code', code, 'name', name_nb) order by place), '[]')
      from unnest(o.topics) with ordinality as listed(number, place) join topic using (number)
    ) as topics,
    (
      select coalesce(json_agg(json_build_object('code', code, 'name', name_nb, 'kind', kind) order by place), '[]')
      from unnest(o.served_areas) with ordinality as listed(number, place) join area using (number)
    ) as "servedAreas",
    (
      select coalesce(json_agg(json_build_object('name', name, 'use', "use") order by id), '[]')
      from organisation_name where organisation_id = o.id
    ) as names,
    (
      select coalesce(json_agg(row_to_json(point)), '[]')
      from (
        select c.id, c.channel, c.value, c.label, c.hours, c.audience, c.position,
          c.last_worked_on as "lastWorkedOn", c.bounced_on as "bouncedOn",
          (select json_build_object('code', code, 'name', name_nb) from language where number = c.language_number) as language
        from organisation_contact_point c
        where c.organisation_id = o.id
        order by c.position, c.id
      ) as point
    ) as "contactPoints",
    (
      select coalesce(json_agg(json_build_object('title', title, 'url', url, 'year', year) order by id), '[]')
      from organisation_source where organisation_id = o.id
    ) as sources,
    (
      select coalesce(json_agg(row_to_json(branch)), '[]')
      from (
        select b.id, b.name, b.kind from organisation b
        where b.parent_id = o.id
        order by b.name, b.id
        limit 20
      ) as branch
    ) as branches,
    (
      select coalesce(json_agg(row_to_json(affiliation)), '[]')
      from (
        select a.id, a.role, a.title, a.since, a.until, a.is_primary as "isPrimary", (
          select row_to_json(person)
          from (
            select p.id, p.given_name as "givenName", p.family_name as "familyName", (
              select coalesce(json_agg(row_to_json(spoken)), '[]')
              from (
                select s.speaks, s.understands, s.writes, json_build_object('code', l.code, 'name', l.name_nb) as language
                from person_language s join language l on l.number = s.language_number
                where s.person_id = p.id
                order by s.id
              ) as spoken
            ) as languages
            from person p
            where p.id = a.person_id
          ) as person
        ) as person
        from affiliation a
        where a.organisation_id = o.id and a.since <= $2::date and coalesce(a.until, 'infinity') >= $2::date
        order by a.is_primary desc, a.since desc, a.id
        limit 20
      ) as affiliation
    ) as affiliations
  from organisation o
  where o.id = $1::uuid
) as answer
