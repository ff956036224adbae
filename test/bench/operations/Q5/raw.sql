-- $1 id, $2 today
select json_build_object('organisation', row_to_json(answer))::text
from (
  select o.id, o.name, (
    select coalesce(json_agg(row_to_json(attending)), '[]')
    from (
      select a.id, a.role, (
        select row_to_json(person)
        from (
          select p.id, p.given_name as "givenName", p.family_name as "familyName", (
            select coalesce(json_agg(row_to_json(affiliation)), '[]')
            from (
              select other.id, other.role, other.since,
                (select json_build_object('id', id, 'name', name, 'kind', kind) from organisation where id = other.organisation_id) as organisation
              from affiliation other
              where other.person_id = p.id and other.since <= $2::date and coalesce(other.until, 'infinity') >= $2::date
              order by other.is_primary desc, other.since desc, other.id
              limit 10
            ) as affiliation
          ) as affiliations
          from person p
          where p.id = a.person_id
        ) as person
      ) as person
      from affiliation a
      where a.organisation_id = o.id and a.since <= $2::date and coalesce(a.until, 'infinity') >= $2::date
      order by a.is_primary desc, a.since desc, a.id
      limit 100
    ) as attending
  ) as affiliations
  from organisation o
  where o.id = $1::uuid
) as answer
