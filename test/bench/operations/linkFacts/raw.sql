-- What the page of all facts tells, with what is asked and who has looked: $1 the organisation, $2 the link.
select json_build_object(
  'name', o.name, 'kind', o.kind, 'number', o.number,
  'names', (select json_agg(n.name) from organisation_name n where n.organisation_id = o.id),
  'languages', (select json_agg(json_build_object('code', t.code, 'name', t.name_nb, 'endonym', t.endonym)) from language t where t.number = any(o.languages)),
  'communities', (select json_agg(json_build_object('code', t.code, 'name', t.name_nb)) from community t where t.number = any(o.communities)),
  'topics', (select json_agg(json_build_object('code', t.code, 'name', t.name_nb)) from topic t where t.number = any(o.topics)),
  'areas', (select json_agg(json_build_object('code', t.code, 'name', t.name_nb)) from area t where t.number = any(o.served_areas)),
  'contact', (select json_agg(json_build_object('channel', c.channel, 'value', c.value) order by c.position) from organisation_contact_point c where c.organisation_id = o.id),
  'link', (select json_build_object('language', l.language, 'until', l.expires_on, 'by', u.name) from personal_link l left join staff_user u on u.id = l.issued_by where l.id = $2),
  'answers', (select json_agg(json_build_object('group', a.field_group, 'answer', a.answer)) from review_answer a where a.link_id = $2),
  'verified', (select json_agg(json_build_object('groups', v.groups, 'on', v.verified_on)) from verification v where v.organisation_id = o.id),
  'uses', (
    select json_agg(used) from (
      select u.role, r.purpose, count(*) from read_log r left join staff_user u on u.id = r.viewer_id
      where r.person_id in (select person_id from affiliation where organisation_id = o.id) and r.at >= now() - interval '90 days'
      group by 1, 2
    ) as used
  )
)::text
from organisation o where o.id = $1
