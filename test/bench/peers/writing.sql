-- The change as PostGraphile is asked for it: a function, which becomes a mutation. It needs the change log.

create or replace function correct_organisation(
  organisation_id uuid, seen integer, right_name text, contact_point_id uuid, right_value text, by_id uuid, request_id text
)
returns organisation language plpgsql volatile as $$
declare
  before_name text;
  before_value text;
  corrected organisation;
begin
  select o.name, c.value into before_name, before_value
  from organisation o join organisation_contact_point c on c.organisation_id = o.id
  where o.id = correct_organisation.organisation_id and c.id = contact_point_id;

  update organisation set name = right_name, version = version + 1
  where id = correct_organisation.organisation_id and version = seen
  returning * into corrected;
  if corrected.id is null then
    raise exception 'Somebody has changed it since';
  end if;

  update organisation_contact_point set value = right_value, last_worked_on = null, bounced_on = null
  where id = contact_point_id;

  insert into change (record, record_id, version, verb, by_id, via, at, reason, request_id, fields)
  values ('organisation', corrected.id, corrected.version, 'correctOrganisation', correct_organisation.by_id, 'token', now(), null,
    correct_organisation.request_id,
    jsonb_build_array(
      jsonb_build_object('field', 'name', 'before', before_name, 'after', right_name),
      jsonb_build_object('field', 'contactPoints.value', 'part', contact_point_id, 'before', before_value, 'after', right_value)
    ));
  return corrected;
end $$;
