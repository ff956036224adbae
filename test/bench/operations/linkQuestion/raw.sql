-- What the page of one question tells: $1 the organisation, $2 the link.
select json_build_object(
  'topics', (select json_agg(json_build_object('code', t.code, 'name', t.name_nb)) from topic t where t.number = any(o.topics)),
  'link', (select json_build_object('language', l.language, 'until', l.expires_on) from personal_link l where l.id = $2),
  'answers', (select json_agg(json_build_object('group', a.field_group, 'answer', a.answer)) from review_answer a where a.link_id = $2),
  'verified', (select json_agg(json_build_object('groups', v.groups, 'on', v.verified_on)) from verification v where v.organisation_id = o.id)
)::text
from organisation o where o.id = $1
