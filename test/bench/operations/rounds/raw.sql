-- The rounds, and how many each asks.
select json_agg(json_build_object('id', r.id, 'name', r.name, 'state', upper(r.state), 'requestCount', (
  select count(*) from review_request q where q.round_id = r.id
)) order by r.opens_on desc, r.made_at desc)::text
from review_round r
