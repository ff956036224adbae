-- $1 text, folded
select coalesce(json_agg(row_to_json(found)), '[]')::text
from (
  select id, name from bench_trigram where name % $1
  order by similarity(name, $1) desc, id
  limit 5
) as found
