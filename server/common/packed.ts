import type { RawTuple } from './Reader.ts';
import { join, type Sql, sql } from './sql.ts';
import { writtenPieces } from './writtenPieces.ts';

const betweenValues = '\u001F';
const betweenRows = '\u001E';

/**
 * Pakkede rader. An aggregate that makes one text of the rows of a group. For values in which nobody can have written the signs that
 * stand between them, and which are never empty: choices among few, terms by their numbers, yes and no.
 */
export function packedRows(columns: readonly Sql[], order: Sql): Sql {
  const values = columns.map((column) => sql`coalesce(${column}::text, '')`);
  return sql`string_agg(${join(values, ` || E'\\x1F' || `)}, E'\\x1E' order by ${order})`;
}

export const pack = (tuples: readonly RawTuple[]): string =>
  tuples.map((tuple) => tuple.map((value) => value ?? '').join(betweenValues)).join(betweenRows);

export const rowsIn = (packed: string): string[] => packed.split(betweenRows);

/** Writes packed rows as a list. Of rows of few words there are few different ones: each is written once. */
export const writtenRows = (write: (row: string) => string): ((packed: string) => string) =>
  writtenPieces(betweenRows, write);

export const unpackRow = (row: string): RawTuple =>
  row.split(betweenValues).map((value) => value || null);
