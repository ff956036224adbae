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
import { purposesOf } from '#server/access/permissions.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { anyone, type Door } from '#server/access/rules.ts';
import { apiSchema, rules } from '#server/apiSchema.ts';
import { aViewer } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';

const schema = await apiSchema();
const everyone = new Map<string, Viewer | null>([
  ['stranger', null],
  ...Object.entries(Role).map(([name, role]) => [name, aViewer(role)] as const),
]);

/** A value that is right in form, and nobody's; of purposes, one that is theirs. */
function valueFor(type: GraphQLNamedType, viewer: Viewer | null): string {
  const [purpose] = viewer ? purposesOf(viewer.permissions) : [];
  if (type.name === 'Purpose' && purpose) return purpose.toUpperCase();
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (type.name === 'Int') return '1';
  if (type.name === 'LocalDate') return '"2026-01-01"';
  if (!isInputObjectType(type)) return `"${crypto.randomUUID()}"`;
  const given = Object.values(type.getFields())
    .filter(isRequiredInputField)
    .map((field) => `${field.name}: ${valueFor(getNamedType(field.type), viewer)}`);
  return `{ ${given.join(', ')} }`;
}

/** A question to a root field that is right in form: what it must be given, and each plain field of what it answers. */
function documentFor(
  operation: string,
  field: GraphQLField<unknown, unknown>,
  viewer: Viewer | null,
): string {
  const given = field.args
    .filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
    .map(({ name, type }) => `${name}: ${valueFor(getNamedType(type), viewer)}`);
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

/** What is only said to whom has been let through. */
const within: ReadonlySet<unknown> = new Set([
  'CONFLICT',
  'NOT_FOUND',
  'INVALID_INPUT',
  'STEP_UP_REQUIRED',
]);

/** What the viewer is told at each root field: a refusal's code, else null. */
async function refusals(world: World, viewer: Viewer | null): Promise<[string, unknown][]> {
  const told: [string, unknown][] = [];
  for (const [operation, field] of rootFields) {
    const { errors } = await world.ask(viewer, documentFor(operation, field, viewer));
    const code = errors?.[0]?.extensions?.['code'] ?? null;
    // Whoever is told that there is no such thing, that it is another than was seen, or that it will not do, has been let through to it.
    told.push([field.name, within.has(code) ? null : code]);
  }
  return told.toSorted(([one], [other]) => one.localeCompare(other));
}

/** Those that the rules let a viewer through to. */
function ruledFor(viewer: Viewer | null): string[] {
  const doors: [string, Door][] = rules.flatMap(({ query = {}, mutation = {} }) =>
    Object.entries({ ...query, ...mutation }),
  );
  return doors
    .filter(([, door]) => door === anyone || viewer?.permissions.has(door))
    .map(([name]) => name)
    .toSorted((one, other) => one.localeCompare(other));
}

test('everybody is let through to the root fields that the rules give them, and refused at all others', async ({
  world,
}) => {
  for (const viewer of everyone.values()) {
    const told = await refusals(world, viewer);
    expect(
      told.filter(([, code]) => code && code !== 'UNAUTHENTICATED' && code !== 'FORBIDDEN'),
    ).toEqual([]);
    const letThrough = told.filter(([, code]) => code === null).map(([field]) => field);
    expect(letThrough).toEqual(ruledFor(viewer));
  }
});

test('a stranger is told to sign in, whatever else they ask', async ({ world }) => {
  const told = await refusals(world, null);
  expect(new Set(told.filter(([field]) => field !== 'viewer').map(([, code]) => code))).toEqual(
    new Set(['UNAUTHENTICATED']),
  );
});
