/**
 * Nøkler. What a record may have in common with another, as SQL: a kind and a number made of the value, for the records whose
 * identifiers are asked for.
 *
 * Names by the words that stand in their entries already; of those, the ones that tell something, also by their consonants alone. All letters
 * of a name, in alphabetical order, are the same whether its compounds are written in one word or in two.
 * Contact points that only some may know of tell the others nothing: those for crises have no key. `$1`: identifiers; `$2`: words that say
 * little.
 */
export const keysSql = `
  with asked as (select unnest($1::uuid[]) as id),
  names as (
    select e.id, place, string_to_array(name_key, ' ') as words
    from asked join directory_entry e using (id), unnest(e.name_keys) with ordinality as n(name_key, place)
  ),
  telling as (
    select id, place, words, array(select w from unnest(words) as w where w <> all($2::text[]) and length(w) > 1 order by 1) as told
    from names
  ),
  said as (
    select id, case when place = 1 then 'name' else 'other_name' end as kind, array_to_string(words, ' ') as value from names
    union all
    select id, 'telling', array_to_string(told, ' ') from telling where cardinality(told) > 1 or (cardinality(told) = 1 and length(told[1]) > 6)
    union all
    select id, 'sound', array_to_string(array(
        select left(w, 1) || regexp_replace(translate(substr(w, 2), 'ckqxzjw', 'kkkksiv'), '[aeiouyh]', '', 'g') from unnest(told) as w order by 1
      ), ' ')
    from telling where cardinality(told) > 1
    union all
    select id, 'letters', array_to_string(array(
        select letter from unnest(string_to_array(array_to_string(words, ''), null)) as letter order by letter collate "C"
      ), '')
    from names where length(array_to_string(words, '')) >= 12
    union all
    select a.id, case channel when 'email' then 'email' when 'website' then 'website' when 'facebook' then 'website'
        when 'post' then 'address' when 'meeting_place' then 'address' else 'phone' end,
      case when channel in ('website', 'facebook')
          then regexp_replace(regexp_replace(lower(c.value), '^https?://(www\\.)?', ''), '[/?#]*$', '')
        when channel in ('post', 'meeting_place') then regexp_replace(lower(c.value), '[^[:alnum:]]+', ' ', 'g')
        else lower(c.value) end
    from asked a join organisation_contact_point c on c.organisation_id = a.id
    where c.audience <> 'crisis_only' and channel <> 'spond'
    union all
    select a.id, case when channel = 'email' then 'email' when channel in ('website', 'facebook') then 'website'
        when channel in ('post', 'meeting_place', 'spond') then 'address' else 'phone' end, encode(c.value_index, 'hex')
    from asked a join person_contact_point c on c.person_id = a.id
    where c.audience <> 'crisis_only'
  )
  select distinct id as record_id, kind,
    hashtextextended(case kind when 'other_name' then 'name' else kind end || ' ' || value, 0) as key
  from said where value <> ''`;
