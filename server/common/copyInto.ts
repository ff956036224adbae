import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type pg from 'pg';
import { from } from 'pg-copy-streams';

/** Copies rows into a table, which is the fastest way in. Their cells stand in the order of the columns. */
export async function copyInto(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  pieces: Iterable<Buffer>,
): Promise<void> {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const copying = client.query(from(`copy ${table} (${names}) from stdin`));
  await pipeline(Readable.from(pieces, { objectMode: false }), copying);
}
