import type { World } from '#test/support/world.ts';

/** Everything in the directory, as one can compare it. */
export async function directoryState({ pool }: Pick<World, 'pool'>): Promise<unknown> {
  const { rows } = await pool.query(
    `select (select jsonb_agg(to_jsonb(e) - 'is_young' order by id) from directory_entry e) as entries,
       (select json_agg(json_build_array(word, uses) order by word) from directory_word) as words,
       (select json_agg(json_build_array(deletion, word) order by deletion, word) from directory_deletion) as deletions`,
  );
  return rows[0];
}
