import {
  getNamedType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

import type { Locale } from '#schema/common/Locale.ts';
import type { Context } from '#server/context.ts';
import type { AwaitingPlace } from './Awaited.ts';
import { toBytes } from './byteText.ts';
import { numbersOf, byteParserOf } from './columnValue.ts';
import type { Bunch } from './Bunch.ts';
import type { Fetched, Grown } from './fetchRows.ts';
import { type Branch, branchOf, type Level, type Plan } from './Plan.ts';
import { unpackRow, writtenRows } from './packed.ts';
import type { PlannedRow } from './PlannedRow.ts';
import type { RawTuple } from './Reader.ts';
import type { Need, Reading, ReadModel } from './ReadModel.ts';
import { remembered } from './remembered.ts';
import { isThere } from './rowOf.ts';
import { argumentsOf, keyOf, type Response, type Selection } from './Selection.ts';
import {
  missing,
  namesOf,
  NotWritable,
  writeFields,
  writeLeaf,
  writeList,
  writeValue,
} from './writeValue.ts';

type WriteRow = (tuple: RawTuple, fetched: Fetched, context: Context) => string;
type WriteRaw = (raw: string, context: Context) => string;

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

function writeColumn(
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

/** Many rows hold the same few lists: each is written once. */
const kinds = 5_000;

/** Whether rows hang on some term that is selected: on an area its catchment. */
const hasRowsOnTerms = (model: ReadModel, selection: Selection): boolean =>
  selection
    .responses()
    .some(
      (response) =>
        response.field &&
        (model.reading(selection.type.name, response.field.name)?.kind === 'many' ||
          (isObjectType(getNamedType(response.field.type)) &&
            hasRowsOnTerms(model, selection.under(response)))),
    );

/** Terms are the same for all requests in a language, as long as the vocabulary is: what is written of nothing else is kept. */
function keptByLanguage(
  told: WriteRaw,
  keeping = (write: (raw: string) => string) => remembered(kinds, write),
): WriteRaw {
  const kept = new WeakMap<object, Map<Locale, (raw: string) => string>>();
  return (raw, context) => {
    const { vocabulary: all, locale } = context;
    let byLocale = kept.get(all);
    if (!byLocale) kept.set(all, (byLocale = new Map<Locale, (raw: string) => string>()));
    let writeIn = byLocale.get(locale);
    if (!writeIn) byLocale.set(locale, (writeIn = keeping((it) => told(it, context))));
    return writeIn(raw);
  };
}

function writeTerms(
  model: ReadModel,
  { kind, vocabulary }: Reading & { kind: 'term' | 'terms' },
  { type }: GraphQLField<unknown, unknown>,
  selection: Selection,
): WriteRaw {
  const write = writeValue(type, () => selection);
  const told: WriteRaw = (raw, context) => {
    const term = (number: number) =>
      context.vocabulary.byNumber(vocabulary, number, context.locale);
    if (kind === 'term') return write(term(Number(raw)), context);
    return write(
      numbersOf(raw).flatMap((number) => term(number) ?? []),
      context,
    );
  };
  return hasRowsOnTerms(model, selection) ? told : keptByLanguage(told);
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
  if (many.as === 'connection') return writeConnection(plan, selection);
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

type WriteBunch = (bunch: Bunch, rows: Fetched, context: Context) => string;

function writeConnection(plan: Plan, selection: Selection): WriteBunch {
  return writeFields(
    selection.responses().map((response): [string, WriteBunch] => {
      const { key, field } = response;
      if (!field) return [key, () => JSON.stringify(selection.type.name)];
      const under = () => selection.under(response);
      switch (field.name) {
        case 'nodes': {
          const write = writeLevel(plan, plan.root, under());
          return [key, ({ tuples }, rows, context) => writeList(tuples, write, rows, context)];
        }
        case 'edges': {
          const write = writeEdge(plan, under());
          return [
            key,
            (bunch, rows, context) => writeList(bunch.tuples, write, bunch, rows, context),
          ];
        }
        case 'pageInfo':
          return [key, writePageInfo(under())];
        case 'totalCount':
          return [key, ({ total }) => String(total)];
        default:
          // What other slices add to their own lists is not there on a relation.
          if (field.extensions['otherwise'] === undefined) {
            throw new NotWritable(`${selection.type.name}.${field.name}`);
          }
          return [key, () => toBytes(JSON.stringify(field.extensions['otherwise']))];
      }
    }),
  );
}

type WriteEdge = (tuple: RawTuple, bunch: Bunch, rows: Fetched, context: Context) => string;

const writeEdge = (plan: Plan, selection: Selection): WriteEdge =>
  writeFields(
    selection.responses().map((response): [string, WriteEdge] => {
      const { key, field } = response;
      if (!field) return [key, () => JSON.stringify(selection.type.name)];
      if (field.name === 'cursor')
        return [key, (tuple, { cursorOf }) => JSON.stringify(cursorOf(tuple))];
      const write = writeLevel(plan, plan.root, selection.under(response));
      return [key, (tuple, _bunch, rows, context) => write(tuple, rows, context)];
    }),
  );

const writePageInfo = (selection: Selection): WriteBunch =>
  writeFields(
    selection.responses().map(({ key, field }): [string, WriteBunch] => {
      const cursor = (tuple: RawTuple | undefined, { cursorOf }: Bunch) =>
        tuple ? JSON.stringify(cursorOf(tuple)) : 'null';
      switch (field?.name) {
        case 'hasNextPage':
        case 'hasPreviousPage': {
          const { name } = field;
          return [key, ({ pageInfo }) => String(pageInfo[name as 'hasNextPage'])];
        }
        case 'startCursor':
          return [key, (bunch) => cursor(bunch.tuples[0], bunch)];
        case 'endCursor':
          return [key, (bunch) => cursor(bunch.tuples.at(-1), bunch)];
        default:
          return [key, () => JSON.stringify(selection.type.name)];
      }
    }),
  );
