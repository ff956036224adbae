-- How far a round has come, by municipality: $1 the round.
select json_agg(json_build_object('key', t.code, 'name', t.name_nb, 'figures', g.figures))::text
from (
  select municipality_number as key, json_build_object(
    'total', count(*), 'sent', count(*) filter (where was_sent),
    'certain', count(*) filter (where state = 'certain'), 'queued', count(*) filter (where state = 'queued'),
    'hindered', count(*) filter (where state = 'hindered'), 'failed', count(*) filter (where state = 'failed'),
    'bounced', count(*) filter (where state = 'bounced'), 'silent', count(*) filter (where state = 'silent'),
    'opened', count(*) filter (where state = 'opened'), 'confirmed', count(*) filter (where state = 'confirmed'),
    'changed', count(*) filter (where state = 'changed'), 'declined', count(*) filter (where state = 'declined')
  ) as figures
  from review_request where round_id = $1 group by municipality_number
) as g left join area t on t.number = g.key
