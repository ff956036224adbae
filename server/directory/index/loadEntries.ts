import pg from 'pg';

import { render, sql } from '#server/common/sql.ts';
import { type Entries, EntriesBuilder } from './Entries.ts';
import { entryColumns, type EntryRow } from './EntryRow.ts';

/** So few that nobody waits long for their turn while they are taken in. */
const CHUNK = 250;

/**
 * Laster alle oppføringer. On a connection of its own, in one view of the database, a few hundred at a time: while some are taken in the
 * next are on their way.
 */
export async function loadEntries(
  url: string,
  segmentSize: number,
  signal: AbortSignal,
): Promise<Entries> {
  const client = new pg.Client({ connectionString: url, application_name: 'samband index load' });
  client.on('error', () => {});
  await client.connect();
  try {
    const { text } = render(sql`select ${entryColumns} from directory_entry`);
    await client.query('begin read only');
    await client.query(`declare entry no scroll cursor for ${text}`);
    const builder = new EntriesBuilder(segmentSize);
    const fetch = () =>
      client.query<EntryRow>({ text: `fetch ${CHUNK} from entry`, rowMode: 'array' } as never);
    for (let next = fetch(); ;) {
      const { rows } = await next;
      signal.throwIfAborted();
      if (!rows.length) return await builder.finish();
      next = fetch();
      // Whatever comes of it is heard of in the next turn.
      next.catch(() => {});
      await builder.add(rows);
    }
  } finally {
    await client.end();
  }
}
