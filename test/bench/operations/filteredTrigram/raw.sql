-- $1 text, folded, $2 languages, $3 areas
select coalesce(json_agg(row_to_json(found)), '[]')::text
from (
  select id, name from bench_trigram where $1 <% name and languages && $2::integer[] and areas && $3::integer[]
  order by word_similarity($1, name) desc, id
  limit 50
) as found
