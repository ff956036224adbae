import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
} from 'graphql';
import { expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { Person } from '#schema/person/Person.ts';
import { PersonContactPoint } from '#schema/person/PersonContactPoint.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { apiSchema } from '#server/apiSchema.ts';
import { aViewer } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';

const schema = await apiSchema();
const everyone = new Map<string, Viewer | null>([
  ['stranger', null],
  ...Object.entries(Role).map(([name, role]) => [name, aViewer(role)] as const),
]);

/** A value that is right in form, and nobody's. */
function valueFor(type: GraphQLNamedType): string {
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (type.name === 'Int') return '1';
  if (!isInputObjectType(type)) return `"${crypto.randomUUID()}"`;
  const given = Object.values(type.getFields())
    .filter(isRequiredInputField)
    .map((field) => `${field.name}: ${valueFor(getNamedType(field.type))}`);
  return `{ ${given.join(', ')} }`;
}

/** A question to a root field that is right in form: what it must be given, and each plain field of what it answers. */
function documentFor(operation: string, field: GraphQLField<unknown, unknown>): string {
  const given = field.args
    .filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
    .map(({ name, type }) => `${name}: ${valueFor(getNamedType(type))}`);
  const type = getNamedType(field.type);
  const plain = isObjectType(type)
    ? Object.values(type.getFields()).filter((it) => isLeafType(getNamedType(it.type)))
    : [];
  const selection = ['__typename', ...plain.map(({ name }) => name)].join(' ');
  return `${operation} { ${field.name}${given.length ? `(${given.join(', ')})` : ''} ${
    isCompositeType(type) ? `{ ${selection} }` : ''
  } }`;
}

const rootFields = [
  ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((it) => ['query', it] as const),
  ...Object.values(schema.getMutationType()?.getFields() ?? {}).map(
    (it) => ['mutation', it] as const,
  ),
];

/** What the viewer is told at each root field: a refusal's code, else null. */
async function refusals(world: World, viewer: Viewer | null): Promise<[string, unknown][]> {
  const told: [string, unknown][] = [];
  for (const [operation, field] of rootFields) {
    const { errors } = await world.ask(viewer, documentFor(operation, field));
    const code = errors?.[0]?.extensions?.['code'] ?? null;
    // Whoever is told that there is no such thing has been let through to look for it.
    told.push([field.name, code === 'NOT_FOUND' ? null : code]);
  }
  return told.toSorted(([one], [other]) => one.localeCompare(other));
}

test('who is let through to which root field', async ({ world }) => {
  const matrix: Record<string, string> = {};
  for (const [name, viewer] of everyone) {
    const told = await refusals(world, viewer);
    expect(
      told.filter(([, code]) => code && code !== 'UNAUTHENTICATED' && code !== 'FORBIDDEN'),
    ).toEqual([]);
    const fields = told
      .filter(([, code]) => code === null)
      .map(([field]) => field)
      .join(' ');
    matrix[fields] = [matrix[fields], name].filter(Boolean).join(' ');
  }
  expect(matrix).toMatchInlineSnapshot(`
    {
      "area areas communities correctOrganisation endOtherSessions endSession healthTrusts languages organisation organisations people person search sessions topics viewer": "EDITOR PROGRAMME_LEAD",
      "area areas communities correctOrganisation healthTrusts languages organisation organisations people person search topics viewer": "SYSTEM",
      "area areas communities endOtherSessions endSession healthTrusts languages organisation organisations people person search sessions topics viewer": "READER COORDINATOR RECRUITER PRIVACY_OFFICER ADMINISTRATOR",
      "viewer": "stranger",
    }
  `);
});

test('a stranger is told to sign in, whatever else they ask', async ({ world }) => {
  const told = await refusals(world, null);
  expect(new Set(told.filter(([field]) => field !== 'viewer').map(([, code]) => code))).toEqual(
    new Set(['UNAUTHENTICATED']),
  );
});

test('who sees how a person can be reached', async ({ world }) => {
  const person = new Person('Synne', 'Prøve');
  const phone = new PersonContactPoint(person, ContactChannel.PHONE).sealed(
    '+4700000123',
    personalKey,
  );
  await world.has(person, phone);

  const seen: Record<string, string> = {};
  for (const [name, viewer] of everyone) {
    const { data } = await world.ask<{ person: Person | null }>(
      viewer,
      'query ($id: ID!) { person(id: $id) { contactPoints { value isMasked } } }',
      { id: person.id },
    );
    const [point] = (data?.person?.contactPoints ?? []) as unknown as {
      value: string;
      isMasked: boolean;
    }[];
    const told = point ? `${point.value}${point.isMasked ? ' (masked)' : ''}` : 'nothing';
    seen[told] = [seen[told], name].filter(Boolean).join(' ');
  }
  expect(seen).toMatchInlineSnapshot(`
    {
      "+47 ••• •• 123 (masked)": "READER PRIVACY_OFFICER ADMINISTRATOR",
      "+4700000123": "EDITOR COORDINATOR RECRUITER PROGRAMME_LEAD SYSTEM",
      "nothing": "stranger",
    }
  `);
});
