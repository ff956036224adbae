import { readFileSync } from 'node:fs';

import {
  type GraphQLArgument,
  type GraphQLField,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import type pg from 'pg';
import { expect } from 'vitest';

import { accessPage } from '#server/access/accessPage.ts';
import { apiSchema, printApi, rules } from '#server/apiSchema.ts';
import { test } from '#test/support/world.ts';

/** What would tell where a person comes from, or what they believe; and the number that the state gave them. */
const forbidden =
  /ethnic|etnisi|religio|faith|belief|origin|nationalit|citizen|birth|mother_?tongue|fnr|national_?id|communit/i;

const schema = await apiSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
const fieldsOf = (type: (typeof types)[number]): GraphQLField<unknown, unknown>[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];

test('the committed API is the one that the code makes', () => {
  // After a change: npm run build, then node dist/server/emitSchema.js
  expect(readFileSync('schema/schema.graphql', 'utf8')).toBe(printApi(schema));
});

test('the committed page of who may do what is the one that the rules make', () => {
  expect(readFileSync('docs/access.md', 'utf8')).toBe(accessPage(schema, rules));
});

test('everything in the API is described', () => {
  const silent: string[] = [];
  const look = (name: string, { description }: { description?: string | null }) => {
    if (!description?.trim()) silent.push(name);
  };
  const lookAtArgument = (owner: string) => (arg: GraphQLArgument) =>
    look(`${owner}(${arg.name})`, arg);
  for (const type of types) {
    const isRoot = type === schema.getQueryType();
    if (!isRoot) look(type.name, type);
    for (const field of fieldsOf(type)) {
      look(`${type.name}.${field.name}`, field);
      field.args.forEach(lookAtArgument(`${type.name}.${field.name}`));
    }
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        look(`${type.name}.${field.name}`, field);
    }
    if (isEnumType(type))
      for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
  }
  expect(silent).toEqual([]);
});

test('nothing about a person in the API tells of origin, ethnicity or religion', () => {
  const told = types
    .filter(({ name }) => /^(Person|Affiliation|Staff|Viewer)/.test(name))
    .flatMap((type) => fieldsOf(type).map(({ name }) => `${type.name}.${name}`))
    .filter((name) => forbidden.test(name));
  expect(told).toEqual([]);
});

test('no table of people has a column that tells of origin, ethnicity or religion', async ({
  world,
}) => {
  const { rows } = await world.pool.query<{ column: string }>(`
    select table_name || '.' || column_name as column from information_schema.columns
    where table_schema = 'public' and table_name ~ '^(person|affiliation|staff)'
  `);
  const columns = rows.map(({ column }) => column);
  expect(columns).toContain('person.family_name');
  expect(columns.filter((column) => forbidden.test(column.split('.')[1] ?? ''))).toEqual([]);
});

test("the application's role reads and writes rows, and cannot alter a table", async ({
  world,
}) => {
  const attempt = async (statement: string) => {
    await world.pool.query('savepoint attempt');
    const outcome = await world.pool
      .query(statement)
      .catch((error: pg.DatabaseError) => error.code);
    await world.pool.query('rollback to savepoint attempt');
    return outcome;
  };
  for (const statement of [
    'drop table person',
    'alter table person add column origin text',
    'create table mine (id integer)',
    'truncate person',
    'delete from samband_migration',
    'delete from change',
    "update change set reason = 'another'",
    'create role somebody superuser',
  ]) {
    expect(await attempt(statement), statement).toBe('42501');
  }
});
