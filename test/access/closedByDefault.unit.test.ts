import {
  buildSchema,
  defaultFieldResolver,
  execute,
  type GraphQLObjectType,
  type GraphQLSchema,
  parse,
} from 'graphql';
import { expect, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { closedByDefault } from '#server/access/closedByDefault.ts';
import type { Permission } from '#server/access/permissions.ts';
import { type AccessRules, anyone } from '#server/access/rules.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { aViewer } from '#test/support/viewers.ts';

const api = `
  interface Way { id: ID! value: String! note: String }
  type PublicWay implements Way { id: ID! value: String! note: String }
  type PrivateWay implements Way { id: ID! value: String! note: String owner: Body }
  type Body { id: ID! name: String! secret: String ways: [Way!]! private: PrivateWay }
  union Hit = Body | PublicWay
  input Narrowed { name: String secret: String all: [Narrowed!] }
  enum Order { NAME SECRET }
  type Query { me: String open: Body body(by: Narrowed, order: Order): Body hit: Hit }
  type Mutation { change: Body }
`;

const rules: AccessRules = {
  query: { me: anyone, open: anyone, body: 'register.read', hit: 'register.read' },
  mutation: { change: 'register.write' },
  types: {
    Body: 'register.read',
    PublicWay: anyone,
    PrivateWay: 'register.read',
    Narrowed: 'register.read',
    Order: 'register.read',
  },
  fields: {
    'Body.secret': 'register.write',
    'PrivateWay.note': 'register.write',
    'Narrowed.secret': 'register.write',
    'Order.SECRET': 'register.write',
  },
};

const way = { __typename: 'PrivateWay', id: 'w', value: '123', note: 'note' };
const body = {
  __typename: 'Body',
  id: 'b',
  name: 'Body',
  secret: 'secret',
  ways: [way],
  private: way,
};
const world = { me: 'me', open: body, body, hit: body, change: body };

const schema = closedByDefault(buildSchema(api), [rules]);

const holding = (...permissions: Permission[]): Viewer => ({
  ...aViewer(Role.READER),
  permissions: new Set(permissions),
});
const reader = holding('register.read');

async function ask(viewer: Viewer | null, document: string, variableValues = {}) {
  const { data, errors } = await execute({
    schema,
    document: parse(document),
    rootValue: world,
    contextValue: { viewer },
    variableValues,
  });
  return errors ? errors.map(({ extensions }) => extensions['code']).join(' ') : { ...data };
}

test('a stranger gets through public doors only, also to what lies behind them', async () => {
  expect(await ask(null, '{ me }')).toEqual({ me: 'me' });
  expect(await ask(null, '{ open { __typename } }')).toMatchObject({ open: {} });
  expect(await ask(null, '{ open { name } }')).toBe('UNAUTHENTICATED');
  expect(await ask(null, '{ body { __typename } }')).toBe('UNAUTHENTICATED');
  expect(await ask(null, '{ me body { __typename } }')).toBe('UNAUTHENTICATED');
});

test('a door opens to its permission', async () => {
  expect(await ask(reader, '{ body { name } }')).toMatchObject({ body: { name: 'Body' } });
  expect(await ask(holding(), '{ body { name } }')).toBe('FORBIDDEN');
  expect(await ask(reader, 'mutation { change { name } }')).toBe('FORBIDDEN');
  expect(
    await ask(holding('register.read', 'register.write'), 'mutation { change { name } }'),
  ).toEqual({
    change: { name: 'Body' },
  });
});

test.each([
  '{ body { secret } }',
  '{ body { name alias: secret } }',
  '{ one: body { id } body { secret } }',
  '{ body { ... { secret } } }',
  '{ body { ...F } } fragment F on Body { ...G } fragment G on Body { secret }',
  '{ hit { ... on Body { secret } } }',
  '{ body { ways { note } } }',
  '{ body { ways { ... on PrivateWay { note } } } }',
  '{ body { private { ... on Way { note } } } }',
  '{ body { ways { ... on PrivateWay { owner { private { owner { secret } } } } } } }',
  'query ($not: Boolean = false) { body { secret @skip(if: $not) } }',
  'query ($yes: Boolean = true) { body { ...F @include(if: $yes) } } fragment F on Body { secret }',
])('%s asks for more than the type', async (document) => {
  expect(await ask(reader, document)).toBe('FORBIDDEN');
});

test('what is left out asks for nothing', async () => {
  const document =
    'query ($all: Boolean!) { body { name secret @include(if: $all) ... @skip(if: true) { secret } } }';

  expect(await ask(reader, document, { all: false })).toEqual({ body: { name: 'Body' } });
  expect(await ask(reader, document, { all: true })).toBe('FORBIDDEN');
});

test('a fragment on another type asks for nothing here', async () => {
  expect(await ask(reader, '{ body { ways { ... on PublicWay { note } } } }')).toMatchObject({
    body: {},
  });
});

test.each([
  '{ body(by: { secret: "x" }) { id } }',
  '{ body(by: { all: [{ name: "x" }, { secret: "x" }] }) { id } }',
  '{ body(order: SECRET) { id } }',
])('%s narrows or sorts by what its asker may not see', async (document) => {
  expect(await ask(reader, document)).toBe('FORBIDDEN');
  expect(await ask(holding('register.read', 'register.write'), document)).toEqual({
    body: { id: 'b' },
  });
});

test('what is asked with, and not asked for, is asked with in vain', async () => {
  const document = 'query ($by: Narrowed) { body(by: $by, order: NAME) { id } }';

  expect(await ask(reader, document, { by: { name: 'x', secret: null } })).toEqual({
    body: { id: 'b' },
  });
  expect(await ask(reader, document, { by: { secret: '' } })).toBe('FORBIDDEN');
});

test('a document made to be slow is not', async () => {
  const depth = 40;
  const fragments = Array.from(
    { length: depth },
    (_, at) => `fragment F${at} on Body { private { owner { ...F${at + 1} ...F${at + 1} } } }`,
  );
  const document = `{ body { ...F0 ...F0 } } ${fragments.join(' ')} fragment F${depth} on Body { secret }`;
  const startedAt = performance.now();

  expect(await ask(reader, document)).toBe('FORBIDDEN');
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});

test('only doors are wrapped: a row costs nothing', () => {
  const wrapped = (type: string, built: GraphQLSchema) =>
    Object.values((built.getType(type) as GraphQLObjectType).getFields())
      .filter(({ resolve }) => resolve && resolve !== defaultFieldResolver)
      .map(({ name }) => name);

  expect(wrapped('Query', schema)).toEqual(['me', 'open', 'body', 'hit']);
  expect(wrapped('Body', schema)).toEqual([]);
  expect(wrapped('PrivateWay', schema)).toEqual([]);
});

test('a schema with a gap in its rules does not build, nor rules about nothing', () => {
  const build = (...slices: AccessRules[]) => closedByDefault(buildSchema(api), slices);
  const { me: _me, ...withoutMe } = rules.query!;
  const { PublicWay: _way, Narrowed: _input, Order: _words, ...withoutWay } = rules.types!;

  expect(() => build({ ...rules, query: withoutMe, types: withoutWay })).toThrow(
    'No access rule for Query.me, PublicWay, Narrowed, Order',
  );
  expect(() => build({ ...rules, mutation: {} })).toThrow('No access rule for Mutation.change');
  expect(() =>
    build(rules, {
      query: { gone: anyone },
      types: { Gone: anyone, Way: anyone },
      fields: { 'Body.gone': 'register.read' },
    }),
  ).toThrow('Access rules about what is not there: Query.gone, Gone, Way, Body.gone');
  expect(() => build(rules, { types: { Body: anyone } })).toThrow('Two access rules about Body');
});
