import pg from 'pg';

import { copyInto } from '#server/common/copyInto.ts';
import { CopyText } from '#server/common/CopyText.ts';
import { foldedWords } from '#server/directory/fold.ts';
import type { Register } from './Register.ts';
import { say } from './surroundings.ts';

/** A name as it is compared: its words, folded. */
export const folded = (text: string): string => foldedWords(text).join(' ');

/** The names as one column of folded text with a trigram index of its own, beside what the filters look at. Kept for the next time. */
export async function makeTrigrams({ pool, url }: Register): Promise<void> {
  const { rows } = await pool.query<{ is_there: boolean }>(
    "select to_regclass('bench_trigram') is not null as is_there",
  );
  if (rows[0]?.is_there) return;
  say('Making trigrams of the names, once …');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('create extension if not exists pg_trgm');
    await client.query(
      'create table bench_trigram (id uuid primary key, name text, languages integer[], areas integer[])',
    );
    const { rows: entries } = await client.query<[string, string, number[], number[]]>({
      text: "select id, name, languages, areas from directory_entry where record = 'organisation' order by id",
      rowMode: 'array',
    });
    const text = new CopyText();
    for (const [id, name, ...lists] of entries) text.add([id, folded(name), ...lists]);
    const columns = ['id', 'name', 'languages', 'areas'];
    await copyInto(client, 'bench_trigram', columns, text.pieces());
    await client.query('create index on bench_trigram using gin (name gin_trgm_ops)');
    await client.query('commit');
    await client.query('vacuum (analyze) bench_trigram');
  } finally {
    await client.end();
  }
}
