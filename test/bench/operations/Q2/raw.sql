-- $1 id, $2 today
select json_build_object('organisation', row_to_json(answer))::text
from (
  select id, (
    select coalesce(json_agg(row_to_json(branch)), '[]')
    from (
      select b.id, b.name, b.kind, (
        select coalesce(json_agg(row_to_json(affiliation)), '[]')
        from (
          select a.id, a.role, a.since, (
            select row_to_json(person)
            from (
              select p.id, p.given_name as "givenName", p.family_name as "familyName", (
                select coalesce(json_agg(row_to_json(spoken)), '[]')
                from (
                  select s.speaks, json_build_object('code', l.code, 'name', l.name_nb) as language
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
          where a.organisation_id = b.id and a.since <= $2::date and coalesce(a.until, 'infinity') >= $2::date
          order by a.is_primary desc, a.since desc, a.id
          limit 20
        ) as affiliation
      ) as affiliations
      from organisation b
      where b.parent_id = organisation.id
      order by b.name, b.id
      limit 50
    ) as branch
  ) as branches
  from organisation
  where id = $1::uuid
) as answer
