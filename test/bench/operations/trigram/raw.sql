-- $1 text, folded
select coalesce(json_agg(row_to_json(found)), '[]')::text
from (
  select id, name from bench_trigram where $1 <% name
  order by word_similarity($1, name) desc, id
  limit 50
) as found
