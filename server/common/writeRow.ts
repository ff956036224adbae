import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isNonNullType,
} from 'graphql';

import type { Context } from '#server/context.ts';
import type { AwaitingPlace } from './Awaited.ts';
import { byteParserOf } from './columnValue.ts';
import type { Fetched, Grown } from './fetchRows.ts';
import { type Branch, branchOf, type Level, type Plan } from './Plan.ts';
import { unpackRow, writtenRows } from './packed.ts';
import type { PlannedRow } from './PlannedRow.ts';
import type { Need, Reading, ReadModel } from './ReadModel.ts';
import { isThere } from './rowOf.ts';
import { argumentsOf, keyOf, type Response, type Selection } from './Selection.ts';
import { writeColumn, type WriteRaw } from './writeColumn.ts';
import { type WriteBunch, writeConnection, type WriteRow } from './writeConnection.ts';
import { hasRowsOnTerms, keptByLanguage, writeTerms } from './writeTerms.ts';
import { missing, NotWritable, writeFields, writeList, writeValue } from './writeValue.ts';

const writers = new WeakMap<Plan, Map<Selection, WriteRow>>();

/** Writes what is selected of a row, straight from the tuple. */
export function writePlannedRow(
  { tuple, fetched }: PlannedRow,
  selection: Selection,
  context: Context,
): string {
  const { plan } = fetched;
  const known = writers.get(plan) ?? new Map<Selection, WriteRow>();
  writers.set(plan, known);
  let write = known.get(selection);
  if (!write) {
    write = writeLevel(plan, plan.root, selection);
    known.set(selection, write);
  }
  return write(tuple, fetched, context);
}

function writeLevel(plan: Plan, level: Level, selection: Selection): WriteRow {
  const { typeName, readings } = level.readable;
  return writeFields(
    selection.responses().map((response) => {
      const { key, field } = response;
      if (!field) return [key, () => JSON.stringify(typeName)];
      const reading = readings.get(field.name);
      if (!reading) throw new NotWritable(`${typeName}.${field.name}`);
      return [key, writeField(plan, level, selection, response, reading)];
    }),
  );
}

function writeField(
  plan: Plan,
  level: Level,
  selection: Selection,
  response: Response,
  reading: Reading,
): WriteRow {
  const { field } = response;
  const under = () => selection.under(response);
  switch (reading.kind) {
    case 'column':
      return writeSlot(level, reading.property, field, writeColumn(level, reading.property, field));
    case 'term':
    case 'terms':
      return writeSlot(
        level,
        reading.property,
        field,
        writeTerms(plan.model, reading, field, under()),
      );
    case 'computed':
      return writeComputed(level, selection, response, reading);
    case 'one':
      return writeOne(plan, level.ones.get(field.name) as Level, field, under());
    case 'many': {
      const place = level.branches.get(keyOf(field, response.nodes[0]!)) as number;
      return writeMany(plan.branches[place] as Branch, place, field, under());
    }
  }
}

function writeSlot(
  level: Level,
  property: string,
  field: GraphQLField<unknown, unknown>,
  write: WriteRaw,
): WriteRow {
  const slot = level.slots.get(property) as number;
  const absent = isNonNullType(field.type) ? missing : () => 'null';
  return (tuple, _fetched, context) => {
    const raw = tuple[slot] ?? null;
    return raw === null ? absent() : write(raw, context);
  };
}

const isTrue = (raw: string): boolean => raw === 'true';

function writeComputed(
  level: Level,
  selection: Selection,
  response: Response,
  {
    needs,
    compute,
  }: { needs: readonly Need[]; compute: (row: never, context: Context) => unknown },
): WriteRow {
  const { field } = response;
  const write = writeValue(field.type, (typeName) => selection.under(response, typeName));
  const columns = ['id', ...needs].map((need) =>
    typeof need === 'string'
      ? {
          property: need,
          slot: level.slots.get(need) as number,
          parse: byteParserOf(level.readable.column(need).type),
        }
      : { property: need.name, slot: level.answers.get(need.name) as number, parse: isTrue },
  );
  return (tuple, _fetched, context) => {
    const row: Record<string, unknown> = {};
    for (const { property, slot, parse } of columns) {
      const raw = tuple[slot] ?? null;
      row[property] = raw === null ? null : parse(raw);
    }
    return write(compute(row as never, context), context);
  };
}

function writeOne(
  plan: Plan,
  one: Level,
  { type }: GraphQLField<unknown, unknown>,
  selection: Selection,
): WriteRow {
  const write = writeLevel(plan, one, selection);
  const absent = isNonNullType(type) ? missing : () => 'null';
  return (tuple, fetched, context) =>
    isThere(one, tuple) ? write(tuple, fetched, context) : absent();
}

function writeMany(
  { many, plan, slot }: Branch,
  place: number,
  { type }: GraphQLField<unknown, unknown>,
  selection: Selection,
): WriteRow {
  const write = writeBunch({ many, plan }, type, selection);
  return (tuple, fetched, context) => {
    const { rows, of } = fetched.branches[place] as Grown;
    return write(of(tuple[slot] as string), rows, context);
  };
}

/** How what belongs to one owner is written: a page, a list, its first. */
function writeBunch(
  { many, plan }: Pick<Branch, 'many' | 'plan'>,
  type: GraphQLOutputType,
  selection: Selection,
): WriteBunch {
  if (many.as === 'connection')
    return writeConnection(selection, (nodes) => writeLevel(plan, plan.root, nodes));
  const write = writeLevel(plan, plan.root, selection);
  if (many.as === 'list') return writeWhole(plan, selection, write);
  const absent = isNonNullType(type) ? missing : () => 'null';
  return ({ tuples: [first] }, rows, context) => (first ? write(first, rows, context) : absent());
}

function writeWhole(plan: Plan, selection: Selection, write: WriteRow): WriteBunch {
  const writeFlat: WriteBunch = ({ tuples }, rows, context) =>
    writeList(tuples, write, rows, context);
  if (!plan.isOfFewWords || hasRowsOnTerms(plan.model, selection)) return writeFlat;
  const alone: Fetched = { plan, tuples: [], branches: [] };
  const writePacked = keptByLanguage(
    (row, context) => write(unpackRow(row), alone, context),
    writtenRows,
  );
  return (bunch, rows, context) =>
    bunch.packed === null ? writeFlat(bunch, rows, context) : writePacked(bunch.packed, context);
}

/** How rows are written that hang on a term. */
export function writeAwaited(
  model: ReadModel,
  { name: owner }: GraphQLObjectType,
  { field, nodes }: Response,
  { many }: Reading & { kind: 'many' },
  selection: Selection,
): (term: Readonly<Record<string, unknown>>, context: Context) => string {
  const branch = {
    ...branchOf(model, many, selection, 'whole'),
    args: argumentsOf(field, nodes[0]),
  };
  const place: AwaitingPlace = { branch, owner };
  const write = writeBunch(branch, field.type, selection);
  return (term, context) => {
    const key = String(term[many.key]);
    const grown = context.awaited.at(place, key);
    return grown ? write(grown.of(key), grown.rows, context) : 'null';
  };
}
