import type { Readable } from './ReadModel.ts';

/** A row as PostgreSQL writes it in JSON (`to_jsonb`), by the names of its columns. */
export type JsonRow = Readonly<Record<string, unknown>>;

/** What stands in a field of the row, as the change log says it: bytes as base64, all else as JSON has it. */
export function fieldOf(readable: Readable, row: JsonRow, property: string): unknown {
  const { name, type } = readable.column(property);
  const value = row[name] ?? null;
  // PostgreSQL writes bytes as \x and their digits.
  return type === 'bytea' && typeof value === 'string'
    ? Buffer.from(value.slice(2), 'hex').toString('base64')
    : value;
}

/** Radens felt. All that a row says beside its identifier and its version, by property; but for what it points at in `except`. */
export const fieldsOf = (
  readable: Readable,
  row: JsonRow,
  except: readonly string[] = [],
): Record<string, unknown> =>
  Object.fromEntries(
    readable.stored
      .filter((property) => !except.includes(property))
      .map((property) => [property, fieldOf(readable, row, property)]),
  );
