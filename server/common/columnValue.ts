import pg from 'pg';

import { fromBytes } from './byteText.ts';

export type ParseColumn = (raw: string) => unknown;

const asItIs: ParseColumn = (raw) => raw;
const textList = pg.types.getTypeParser(1009 as never) as ParseColumn;

const parsers: Readonly<Record<string, ParseColumn>> = {
  uuid: asItIs,
  text: asItIs,
  date: asItIs,
  timestamptz: asItIs,
  int: Number,
  smallint: Number,
  'double precision': Number,
  boolean: (raw) => raw === 'true',
  bytea: (raw) => Buffer.from(raw.slice(2), 'hex'),
  'integer[]': (raw) => numbersOf(raw),
  'text[]': textList,
  jsonb: (raw) => JSON.parse(raw) as unknown,
};

/** How the text that PostgreSQL writes for a column of a type becomes a value. Days and moments stay the text they are. */
export function parserOf(columnType: string): ParseColumn {
  const parser = parsers[columnType];
  if (!parser) throw new Error(`Nobody has said how a column of type ${columnType} is read`);
  return parser;
}

/** Columns in which anything may be written. All others hold letters of ASCII alone, which are the same as bytes. */
const worded = new Set(['text', 'text[]', 'jsonb']);

/** The same where the text came as byte text. */
export function byteParserOf(columnType: string): ParseColumn {
  const parse = parserOf(columnType);
  return worded.has(columnType) ? (bytes) => parse(fromBytes(bytes)) : parse;
}

/** The numbers of an `integer[]`, which has no nulls here: `{3,14}`. */
export const numbersOf = (raw: string): number[] =>
  raw === '{}' ? [] : raw.slice(1, -1).split(',').map(Number);
