import type pg from 'pg';

import { type CopiedCell, copyRows } from '#server/common/copyRows.ts';
import { entryOf, type IndexedRecord } from './entryOf.ts';
import { countWords } from './refreshDirectory.ts';

/** Columns of words, which are given as lists. */
const lexical = new Set(['names', 'lexemes']);

/**
 * Fyller søket. Adds records that the tables have just been given to the directory, as `refreshDirectory` would, without reading them back.
 *
 * To be run in the transaction that added them, last: writers of the same words wait for each other from here to its end.
 */
export async function fillDirectory(
  client: pg.Client,
  records: readonly IndexedRecord[],
  parentOf: ReadonlyMap<number, number | null>,
): Promise<void> {
  if (records.length === 0) return;
  const uses = new Map<string, number>();
  let columns: string[] = [];
  const rows = records.map((record) => {
    const { row, words } = entryOf(record, parentOf);
    for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
    columns = Object.keys(row);
    return columns.map((column) => {
      const cell = row[column] as CopiedCell;
      return lexical.has(column) ? tsvectorOf(cell as string[]) : cell;
    });
  });
  await copyRows(client, 'directory_entry', columns, rows);
  await countWords(async (text, values = []) => (await client.query(text, [...values])).rows, uses);
}

const quoted = (lexeme: string) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

const tsvectorOf = (lexemes: readonly string[]) => lexemes.map(quoted).join(' ');
