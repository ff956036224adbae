import type { Context } from '#server/context.ts';
import { numbersOf, byteParserOf } from './columnValue.ts';
import { edgeOf, pageInfoOf } from './connection.ts';
import type { Bunch } from './Bunch.ts';
import type { Fetched, Grown } from './fetchRows.ts';
import type { Branch, Level } from './Plan.ts';
import type { RawTuple } from './Reader.ts';
import type { Row } from './Row.ts';

/** A fetched row as a plain object, with all that was fetched with it: what graphql-js resolves fields of. */
export const rowOf = (tuple: RawTuple, fetched: Fetched, context: Context): Row =>
  made(fetched.plan.root, tuple, fetched, context);

function made(level: Level, tuple: RawTuple, fetched: Fetched, context: Context): Row {
  const { readable, slots, answers, terms, ones, pointers, computed, branches } = level;
  const row: Row = { __typename: readable.typeName };
  for (const [property, slot] of slots) {
    const raw = tuple[slot] ?? null;
    row[property] = raw === null ? null : byteParserOf(readable.column(property).type)(raw);
  }
  for (const [name, slot] of answers) row[name] = tuple[slot] === 'true';
  // Before terms take the places of their numbers.
  for (const { name, compute } of computed) row[name] = compute(row as never, context);
  for (const { kind, property, vocabulary } of terms) {
    const raw = tuple[slots.get(property) as number] ?? null;
    const term = (number: number) =>
      context.vocabulary.byNumber(vocabulary, number, context.locale);
    row[property] =
      kind === 'terms'
        ? numbersOf(raw ?? '{}').flatMap((number) => term(number) ?? [])
        : raw === null
          ? null
          : term(Number(raw));
  }
  for (const [field, one] of ones)
    row[field] = isThere(one, tuple) ? made(one, tuple, fetched, context) : null;
  for (const [field, slot] of pointers) row[pointerTo(field)] = tuple[slot];
  for (const [key, place] of branches) {
    const [branch, grown] = [fetched.plan.branches[place], fetched.branches[place]] as [
      Branch,
      Grown,
    ];
    row[key] = manyOf(branch, grown, tuple[branch.slot] as string, context);
  }
  return row;
}

/** Where a row keeps the identifier of what it points at and did not bring. */
export const pointerTo = (field: string): string => `#${field}`;

export const isThere = (one: Level, tuple: RawTuple): boolean =>
  (tuple[one.slots.get('id') as number] ?? null) !== null;

/** What a relation to many gives for one owner: a list, its first, a connection. */
export function manyOf(
  { many: { as } }: Pick<Branch, 'many'>,
  { rows, of, refusal }: Grown,
  key: string,
  context: Context,
): unknown {
  // Where an error stands instead of a value, graphql-js tells of it at the field.
  if (refusal) return refusal;
  const bunch = of(key);
  if (as === 'connection') return connectionOf(bunch, rows, context);
  const list = bunch.tuples.map((tuple) => rowOf(tuple, rows, context));
  return as === 'first' ? (list[0] ?? null) : list;
}

function connectionOf(
  { tuples, total, pageInfo, cursorOf }: Bunch,
  rows: Fetched,
  context: Context,
): object {
  const edges = tuples.map((tuple) => edgeOf(tuple, rowOf(tuple, rows, context), cursorOf));
  return {
    nodes: edges.map(({ node }) => node),
    edges,
    pageInfo: pageInfoOf(tuples, pageInfo, cursorOf),
    totalCount: total,
  };
}
