import type pg from 'pg';

import { copyInto } from '#server/common/copyInto.ts';
import { CopyText } from '#server/common/CopyText.ts';
import { deletions } from './misspelling.ts';

/** Where words wait, as SQL: many writers of the same words would otherwise wait for each other. */
const table = 'samband_load.word_uses';

/** Makes the place where the words of a large load wait. */
export async function holdWords(client: pg.ClientBase): Promise<void> {
  await client.query(
    `create table if not exists ${table} (words text[] not null, uses integer[] not null)`,
  );
}

/** Notes how often words are used by what this transaction adds. */
export async function noteWords(
  client: pg.ClientBase,
  uses: ReadonlyMap<string, number>,
): Promise<void> {
  const text = new CopyText();
  text.add([[...uses.keys()], [...uses.values()]]);
  await copyInto(client, table, ['words', 'uses'], text.pieces());
}

/** Adds what waits to the dictionary, all or nothing, and new words with their misspellings. */
export async function countHeldWords(client: pg.ClientBase): Promise<void> {
  await client.query('begin');
  try {
    const { rows } = await client.query<{ word: string; is_new: boolean }>(
      `insert into directory_word as known (word, uses)
       select word, sum(used.uses) from ${table} as held, unnest(held.words, held.uses) as used(word, uses)
       group by word order by word collate "C"
       on conflict (word) do update set uses = known.uses + excluded.uses
       returning word, xmax = 0 as is_new`,
    );
    const neighbours = new CopyText();
    for (const { word } of rows.filter((row) => row.is_new)) {
      for (const deletion of deletions(word)) neighbours.add([deletion, word]);
    }
    await client.query(
      'create temporary table fresh_deletion (deletion text, word text) on commit drop',
    );
    await copyInto(client, 'fresh_deletion', ['deletion', 'word'], neighbours.pieces());
    // In the order of the index, which then grows at one place after the other. Nobody but us has the neighbours of a new word.
    await client.query(
      'insert into directory_deletion select * from fresh_deletion order by deletion collate "C", word collate "C"',
    );
    await client.query(`truncate ${table}`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
