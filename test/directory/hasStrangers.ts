import { SIZES } from '#server/directory/standing.ts';
import type { World } from '#test/support/world.ts';

/**
 * Puts so many entries into the directory, of people who are nowhere else: too many to make one by one. Nobody has verified them, nobody
 * can reach them, and they have what `entryOf` gives all; but their lots are dealt, not drawn, so that as many are looked at each time.
 */
export async function hasStrangers(world: World, count: number): Promise<void> {
  await world.pool.query(
    `insert into directory_entry (id, record, name, sort_name, name_keys, name_length, aliases, affiliations, names, lexemes, languages,
       areas, topics, communities, willingness, phone_audiences, reach_audiences)
     select id, 'person', 'Ada', 'ada', '{}', 1, '{}', '{}', '',
       array_to_tsvector(array['X:everything', 'R:person', 'Q:' || lot]
         || array(select 'Z:' || place - 1 || ':' || (2 * 16777216 + 65535 * 256 + get_byte(chance, 0)) / size
                  from unnest($1::integer[]) with ordinality as range(size, place))),
       '{}', '{}', '{}', '{}', '{}', 0, 0
     from (select id, lot, sha256(uuid_send(id)) as chance
       from (select gen_random_uuid() as id, place % 512 as lot from generate_series(1, $2) as place) as made) as drawn`,
    [SIZES, count],
  );
}
