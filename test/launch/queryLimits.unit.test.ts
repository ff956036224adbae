import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';

import { limited, type QueryLimits } from '#server/http/queryLimits.ts';

const schema = buildSchema(`
  type Query { things(first: Int = 20): Things! thing: Thing }
  type Things { nodes: [Thing!]! edges: [Edge!]! }
  type Edge { node: Thing! }
  type Thing { name: String! things(first: Int = 20): Things! thing: Thing whole: Thing! parts: [Thing!]! }
`);

const none: QueryLimits = { depth: 100, values: 1_000_000, aliases: 100, directives: 100 };

const complaints = (query: string, limits: Partial<QueryLimits>) =>
  validate(schema, parse(query), [limited({ ...none, ...limits })]).map(({ message }) => message);

test('the steps of a page are no levels', () => {
  const query = '{ things { nodes { things { nodes { name } } } } }';
  expect(complaints(query, { depth: 3 })).toEqual([]);
  expect(complaints(query, { depth: 2 })).toEqual([
    'The question is too large: at most 2 levels deep.',
  ]);
});

test('a page counts as many as it asks for, and one of unknown length as a full one', () => {
  const page = (first: string) => `query Q($n: Int) { things(first: ${first}) { nodes { name } } }`;
  expect(complaints(page('3'), { values: 7 })).toEqual([]);
  expect(complaints(page('3'), { values: 6 })).not.toEqual([]);
  expect(complaints(page('$n'), { values: 201 })).toEqual([]);
  expect(complaints(page('$n'), { values: 200 })).not.toEqual([]);
});

test('pages in pages are multiplied', () => {
  const query =
    '{ things(first: 100) { nodes { things(first: 100) { nodes { things(first: 100) { nodes { name } } } } } } }';
  expect(complaints(query, {})).toEqual([
    'The question is too large: at most 1000000 values in its answer.',
  ]);
});

test('what stands in fragments counts where it is used', () => {
  const query =
    '{ thing { ...A } thing { ...A } } fragment A on Thing { one: name @skip(if: true) two: name }';
  expect(complaints(query, { aliases: 4, directives: 2 })).toEqual([]);
  expect(complaints(query, { aliases: 3, directives: 1 })).toHaveLength(2);
});

test('fragments that double each other are counted in no time', () => {
  const fragments = Array.from(
    { length: 60 },
    (_, i) => `fragment F${i} on Thing { ...F${i + 1} ...F${i + 1} }`,
  );
  const query = `{ thing { ...F0 } } ${fragments.join(' ')} fragment F60 on Thing { name }`;
  expect(complaints(query, {})).toEqual([
    'The question is too large: at most 1000000 values in its answer.',
  ]);
});

test('edges are no pages within the page', () => {
  const query = '{ things(first: 10) { edges { node { name } } } }';
  expect(complaints(query, { values: 31 })).toEqual([]);
  expect(complaints(query, { values: 30 })).not.toEqual([]);
});

test('a page is a page however its rows are selected', () => {
  const query = '{ things { ...Page } } fragment Page on Things { nodes { name } }';
  expect(complaints(query, { values: 41 })).toEqual([]);
  expect(complaints(query, { values: 40 })).not.toEqual([]);
});

test('a list that is no page counts as a usual page, so that nobody goes round and round in it', () => {
  const round = (times: number) =>
    `{ thing { ${'parts { whole { '.repeat(times)} name ${'} }'.repeat(times)} } }`;
  expect(complaints(round(3), { values: 25_000 })).toEqual([]);
  expect(complaints(round(4), { values: 25_000 })).not.toEqual([]);
});
