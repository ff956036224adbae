-- $1 id, $2 version seen, $3 name, $4 contact point, $5 value, $6 by whom, $7 request
with before as (
  select o.name, c.value from organisation o join organisation_contact_point c on c.organisation_id = o.id
  where o.id = $1::uuid and c.id = $4::uuid
),
record as (
  update organisation set name = $3, version = version + 1 where id = $1::uuid and version = $2::integer
  returning id, name, version
),
point as (
  update organisation_contact_point as c set value = $5, last_worked_on = null, bounced_on = null
  from record where c.id = $4::uuid and c.organisation_id = record.id
),
logged as (
  insert into change (record, record_id, version, verb, by_id, via, at, reason, request_id, fields)
  select 'organisation', record.id, record.version, 'correctOrganisation', $6::uuid, 'token', now(), null, $7,
    jsonb_build_array(
      jsonb_build_object('field', 'name', 'before', before.name, 'after', $3::text),
      jsonb_build_object('field', 'contactPoints.value', 'part', $4::text, 'before', before.value, 'after', $5::text)
    )
  from record, before
)
select json_build_object('correctOrganisation', row_to_json(record))::text from record
