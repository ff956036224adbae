-- What PostGraphile needs beside the tables to be asked the same questions: computed columns and custom queries, each a
-- single select that PostgreSQL takes into the statement around it.

create or replace function organisation_current_affiliations(o organisation, day date)
returns setof affiliation language sql stable as $$
  select a.* from affiliation a
  where a.organisation_id = o.id and a.since <= day and coalesce(a.until, 'infinity') >= day
  order by a.is_primary desc, a.since desc, a.id
$$;

create or replace function person_current_affiliations(p person, day date)
returns setof affiliation language sql stable as $$
  select a.* from affiliation a
  where a.person_id = p.id and a.since <= day and coalesce(a.until, 'infinity') >= day
  order by a.is_primary desc, a.since desc, a.id
$$;

create or replace function organisation_language_terms(o organisation)
returns setof language language sql stable as $$
  select language.* from unnest(o.languages) with ordinality as listed(number, place) join language using (number)
  order by place
$$;

create or replace function organisation_community_terms(o organisation)
returns setof community language sql stable as $$
  select community.* from unnest(o.communities) with ordinality as listed(number, place) join community using (number)
  order by place
$$;

create or replace function organisation_topic_terms(o organisation)
returns setof topic language sql stable as $$
  select topic.* from unnest(o.topics) with ordinality as listed(number, place) join topic using (number)
  order by place
$$;

create or replace function organisation_area_terms(o organisation)
returns setof area language sql stable as $$
  select area.* from unnest(o.served_areas) with ordinality as listed(number, place) join area using (number)
  order by place
$$;

-- With other arguments it is another function.
drop function if exists candidates(text, text, text, text, date, date);
create or replace function candidates(hit text, near text, wider text, widest text, fluent text, good text, due date, today date)
returns setof person language sql stable as $$
  select person.* from directory_sought entry join person using (id)
  where entry.lexemes @@ hit::tsquery
  order by
    case when entry.reach_audiences <> 0 and (entry.verified_on is null or entry.verified_on >= due)
      and (entry.closed_on is null or entry.closed_on >= today) then 0 else 1 end,
    case when entry.lexemes @@ near::tsquery then 0 when entry.lexemes @@ wider::tsquery then 1
      when entry.lexemes @@ widest::tsquery then 2 else 3 end,
    case when entry.lexemes @@ fluent::tsquery then 0 when entry.lexemes @@ good::tsquery then 1 else 2 end,
    coalesce(date '2000-01-01' - entry.verified_on, 1000000), entry.sort_name, entry.id
$$;

create or replace function crisis_search(
  hit text, keys text[], number text, length integer, named text, partly_named text, solid text, exact text, partly text,
  near text, wider text, widest text, understood boolean, due date, today date
)
returns setof organisation language sql stable as $$
  select organisation.* from directory_sought entry join organisation using (id)
  where entry.lexemes @@ hit::tsquery
  order by
    case when entry.name_keys && keys or entry.number = crisis_search.number then 0
      when entry.name_length = length and entry.names @@ named::tsquery then 1
      when entry.lexemes @@ solid::tsquery then 2 else 3 end,
    case when entry.reach_audiences <> 0 and (entry.verified_on is null or entry.verified_on >= due)
      and (entry.closed_on is null or entry.closed_on >= today) then 0 else 1 end,
    case when entry.lexemes @@ near::tsquery then 0 when entry.lexemes @@ wider::tsquery then 1
      when entry.lexemes @@ widest::tsquery then 2 else 3 end,
    case when understood and entry.verified_on >= due then 0 when understood then 10 else 0 end
      + case when entry.names @@ named::tsquery then 0 when entry.names @@ partly_named::tsquery then 1 else 2 end,
    case when entry.lexemes @@ exact::tsquery then 0 when entry.lexemes @@ partly::tsquery then 1 else 2 end,
    coalesce(date '2000-01-01' - entry.verified_on, 1000000), entry.sort_name, entry.id
$$;

create or replace function crisis_total(hit text)
returns integer language sql stable as $$
  select count(*)::integer from directory_sought entry where entry.lexemes @@ hit::tsquery
$$;

do $$ begin
  create type crisis_facet as (facet text, value text, count integer);
exception when duplicate_object then null; end $$;

create or replace function crisis_facets(hit text)
returns setof crisis_facet language sql stable as $$
  with hit as materialized (select kind, languages from directory_sought entry where entry.lexemes @@ crisis_facets.hit::tsquery)
  select 'language', language.code, counted.count
  from (select number, count(*)::integer from hit, unnest(languages) as number group by number) as counted join language using (number)
  union all
  select 'kind', kind, count(*)::integer from hit group by kind
$$;
