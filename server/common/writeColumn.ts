import {
  getNamedType,
  type GraphQLField,
  type GraphQLLeafType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';

import type { Context } from '#server/context.ts';
import { byteParserOf } from './columnValue.ts';
import type { Level } from './Plan.ts';
import { remembered } from './remembered.ts';
import { missing, namesOf, NotWritable, writeLeaf, writeList } from './writeValue.ts';

/** Writes a value from the byte text that PostgreSQL sent for it. */
export type WriteRaw = (raw: string, context: Context) => string;

/** Many rows hold the same few lists: each is written once. */
export const kinds = 5_000;

const quoted: WriteRaw = (raw) => `"${raw}"`;
const asItIs: WriteRaw = (raw) => raw;
/** Signs that JSON writes otherwise; none of them is part of another in byte text. */
const written = /[^ !#-[\]-\uffff]/;
const worded: WriteRaw = (raw) => (written.test(raw) ? JSON.stringify(raw) : `"${raw}"`);

/** Texts that need nothing done to them, by the type of the column and of the field. */
const plain: Readonly<Record<string, WriteRaw>> = {
  'uuid ID': quoted,
  'date LocalDate': quoted,
  'int Int': asItIs,
  'smallint Int': asItIs,
  'double precision Float': asItIs,
  'boolean Boolean': asItIs,
  'text String': worded,
  'text Text': worded,
  'text ID': worded,
};

/** How a column is written: most of it as it came. */
export function writeColumn(
  level: Level,
  property: string,
  { type }: GraphQLField<unknown, unknown>,
): WriteRaw {
  const named = getNamedType(type) as GraphQLLeafType;
  if (!isLeafType(named)) throw new NotWritable(`${level.readable.typeName}.${property}`);
  const columnType = level.readable.column(property).type;
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (isListType(nullable)) {
    const [parse, write] = [byteParserOf(columnType), writeLeaf(named)];
    return remembered(kinds, (raw) => writeList(parse(raw) as unknown[], write));
  }
  const ready = plain[`${columnType} ${named.name}`];
  if (ready) return ready;
  const parse = byteParserOf(columnType);
  if (isEnumType(named) && columnType === 'text') {
    const names = namesOf(named);
    return (raw) => names.get(raw) ?? missing();
  }
  const write = writeLeaf(named);
  return (raw) => write(parse(raw));
}
