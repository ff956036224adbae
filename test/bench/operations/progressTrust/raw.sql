-- How far a round has come, by health trust: $1 the round.
select json_agg(json_build_object('key', g.key, 'name', t.name, 'figures', g.figures))::text
from (
  select trust_id as key, json_build_object(
    'total', count(*), 'sent', count(*) filter (where was_sent),
    'certain', count(*) filter (where state = 'certain'), 'queued', count(*) filter (where state = 'queued'),
    'hindered', count(*) filter (where state = 'hindered'), 'failed', count(*) filter (where state = 'failed'),
    'bounced', count(*) filter (where state = 'bounced'), 'silent', count(*) filter (where state = 'silent'),
    'opened', count(*) filter (where state = 'opened'), 'confirmed', count(*) filter (where state = 'confirmed'),
    'changed', count(*) filter (where state = 'changed'), 'declined', count(*) filter (where state = 'declined')
  ) as figures
  from review_request where round_id = $1 group by trust_id
) as g left join organisation t on t.id = g.key
