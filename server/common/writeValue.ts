import {
  getNamedType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';

import type { Context } from '#server/context.ts';
import { toBytes } from './byteText.ts';
import { PlannedRow } from './PlannedRow.ts';
import type { ReadModel } from './ReadModel.ts';
import type { Row } from './Row.ts';
import type { Selection } from './Selection.ts';
import { writeAwaited, writePlannedRow } from './writeRow.ts';

/** Writes a value as it stands in the answer, in byte text. */
export type WriteValue = (value: unknown, context: Context) => string;

/** An answer that is not to be had by writing, whatever the rows: graphql-js makes it. */
export class NotWritable extends Error {}

/** A row that does not fit what the API promises: graphql-js says so as it always does. */
export const missing = (): never => {
  throw new Error('Nothing stands where something must');
};

/** What is selected on a value; of a union or an interface, on the type of that name. */
export type SelectionOn = (typeName?: string) => Selection;

/** How values of a type are written, as far as they are selected. */
export function writeValue(type: GraphQLOutputType, selected: SelectionOn): WriteValue {
  if (isNonNullType(type)) {
    const write = writePresent(type.ofType, selected);
    return (value, context) =>
      value === null || value === undefined ? missing() : write(value, context);
  }
  const write = writePresent(type, selected);
  return (value, context) =>
    value === null || value === undefined ? 'null' : write(value, context);
}

function writePresent(type: GraphQLOutputType, selected: SelectionOn): WriteValue {
  if (isListType(type)) {
    const write = writeValue(type.ofType, selected);
    return (values, context) => writeList(values as readonly unknown[], write, context);
  }
  const named = getNamedType(type);
  if (isLeafType(named)) return writeLeaf(named);
  if (!isAbstractType(named)) return writeObject(named as GraphQLObjectType, selected());
  const writers = new Map<string, WriteValue>();
  return (value, context) => {
    const { __typename: name } = value as { __typename: string };
    let write = writers.get(name);
    if (!write) {
      const selection = selected(name);
      write = writeObject(selection.type, selection);
      writers.set(name, write);
    }
    return write(value, context);
  };
}

/** What writers are handed. Named one by one where they are called: to spread them costs a fifth of the writing. */
type Handed = [first?: unknown, second?: unknown, third?: unknown, fourth?: unknown];

export function writeList<Item, More extends Handed>(
  items: readonly Item[],
  write: (item: Item, ...more: More) => string,
  ...more: More
): string {
  const [second, third, fourth] = more;
  // As many as `More` says are handed on, in their order; TypeScript does not know a list that was taken apart for the same.
  const writeItem = write as unknown as Piece['write'];
  let text = '';
  for (const item of items) text += (text ? ',' : '[') + writeItem(item, second, third, fourth);
  return text ? `${text}]` : '[]';
}

/** How a scalar or an enum is written: as graphql-js would serialise it. */
export function writeLeaf(type: GraphQLLeafType): (value: unknown) => string {
  if (!isEnumType(type)) return (value) => toBytes(JSON.stringify(type.serialize(value)));
  const names = namesOf(type);
  return (value) => names.get(value) ?? missing();
}

export const namesOf = (type: GraphQLLeafType): ReadonlyMap<unknown, string> =>
  new Map(
    isEnumType(type)
      ? type.getValues().map(({ name, value }) => [value as unknown, JSON.stringify(name)])
      : [],
  );

interface Piece {
  readonly write: (...them: Handed) => string;
  /** The comma and the key before it. */
  readonly before: string;
}

/** Puts fields together into an object. */
export function writeFields<Arguments extends Handed>(
  fields: readonly (readonly [key: string, write: (...them: Arguments) => string])[],
): (...them: Arguments) => string {
  const pieces = fields.map(([key, write], place): Piece => ({
    write: write as Piece['write'],
    before: `${place ? ',' : ''}${JSON.stringify(key)}:`,
  }));
  const writeAll: Piece['write'] = (first, second, third, fourth) => {
    let text = '{';
    for (const { before, write } of pieces) text += before + write(first, second, third, fourth);
    return `${text}}`;
  };
  return writeAll;
}

/** A row of a table comes as it was fetched; everything else is an object with the fields as its properties. */
function writeObject(type: GraphQLObjectType, selection: Selection): WriteValue {
  let writePlain: WriteValue | undefined;
  return (value, context) => {
    if (value instanceof PlannedRow) return writePlannedRow(value, selection, context);
    writePlain ??= writeProperties(context.readModel, type, selection);
    return writePlain(value, context);
  };
}

function writeProperties(
  model: ReadModel,
  type: GraphQLObjectType,
  selection: Selection,
): WriteValue {
  const fields = selection.responses().map((response): readonly [string, WriteValue] => {
    const { key, field } = response;
    if (!field) return [key, () => JSON.stringify(type.name)];
    const reading = model.reading(type.name, field.name);
    if (reading?.kind === 'many') {
      const write = writeAwaited(model, type, response, reading, selection.under(response));
      return [key, (value, context) => write(value as Row, context)];
    }
    const { otherwise } = field.extensions;
    if (field.resolve && otherwise === undefined) {
      throw new NotWritable(`${type.name}.${field.name}`);
    }
    const write = writeValue(field.type, (typeName) => selection.under(response, typeName));
    const { name } = field;
    return [
      key,
      (value, context) => write((value as Record<string, unknown>)[name] ?? otherwise, context),
    ];
  });
  return writeFields(fields);
}
