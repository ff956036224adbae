import type pg from 'pg';
import { to } from 'pg-copy-streams';

import { copyInto } from '#server/common/copyInto.ts';

/** Rows of a table as COPY writes and reads them. */
export interface ReadyRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly pieces: readonly Buffer[];
}

/** Those that meet a condition in SQL. */
export async function readyRows(
  client: pg.ClientBase,
  table: string,
  condition: string,
): Promise<ReadyRows> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  const columns = rows.map(({ name }) => name);
  const named = columns.map((it) => `"${it}"`).join(', ');
  const copying = client.query(
    to(`copy (select ${named} from ${table} where ${condition}) to stdout`),
  );
  const pieces: Buffer[] = [];
  for await (const piece of copying) pieces.push(piece as Buffer);
  return { table, columns, pieces };
}

/** COPY of all of them. */
export async function copyReady(client: pg.ClientBase, ready: readonly ReadyRows[]): Promise<void> {
  for (const { table, columns, pieces } of ready) {
    await copyInto(client, table, columns, pieces);
  }
}
