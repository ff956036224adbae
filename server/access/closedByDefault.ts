import {
  defaultFieldResolver,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLInputObjectType,
  GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';

import { directiveVariables } from '#server/common/directiveVariables.ts';
import { doorsBehind } from './doorsBehind.ts';
import { ensurePermission } from './ensure.ts';
import type { Permission } from './permissions.ts';
import { doorsOfInput } from './doorsOfInput.ts';
import { type AccessRules, anyone, type Door, type Doors } from './rules.ts';
import type { Viewer } from './Viewer.ts';

/** What the rules need of a request's context. */
interface Asked {
  readonly viewer: Viewer | null;
}

type Resolver = GraphQLFieldResolver<unknown, Asked>;

/**
 * Stengt som utgangspunkt. Puts the rules in front of a schema; throws, naming each culprit, where a rule is missing or idle.
 *
 * Only root fields are wrapped, and synchronously: a root field looks once at what it is given and at all that is selected beneath it, so
 * a row costs nothing. Who may not see something that was selected, or not narrow or count by it, gets no part of that root field, rather
 * than an answer with holes.
 */
export function closedByDefault(
  schema: GraphQLSchema,
  slices: readonly AccessRules[],
): GraphQLSchema {
  const doors = gather(slices);
  refuseGaps(schema, doors);

  for (const type of rootTypes(schema)) {
    for (const field of Object.values(type.getFields())) {
      const door = doors.root.get(`${type.name}.${field.name}`) ?? anyone;
      field.resolve = guarded(doors, door, field, field.resolve ?? defaultFieldResolver);
      if (field.subscribe) field.subscribe = guarded(doors, door, field, field.subscribe);
    }
  }
  return schema;
}

function gather(slices: readonly AccessRules[]): Doors {
  const once = <Value>(entries: [string, Value][]): Map<string, Value> => {
    const map = new Map(entries);
    if (map.size === entries.length) return map;
    const names = entries.map(([name]) => name);
    const twice = new Set(names.filter((name, at) => names.indexOf(name) !== at));
    throw new Error(`Two access rules about ${[...twice].join(', ')}`);
  };
  return {
    root: once(
      slices.flatMap(({ query = {}, mutation = {} }) => [
        ...Object.entries(query).map(([name, door]): [string, Door] => [`Query.${name}`, door]),
        ...Object.entries(mutation).map(([name, door]): [string, Door] => [
          `Mutation.${name}`,
          door,
        ]),
      ]),
    ),
    ofType: once(slices.flatMap(({ types = {} }) => Object.entries(types))),
    ofField: once(slices.flatMap(({ fields = {} }) => Object.entries(fields))),
  };
}

function refuseGaps(schema: GraphQLSchema, { root, ofType, ofField }: Doors): void {
  const roots = rootTypes(schema);
  const types = ruledTypes(schema).filter((type) => !(roots as Ruled[]).includes(type));
  const fieldNames = (some: readonly Ruled[]) =>
    some.flatMap((type) => partsOf(type).map((part) => `${type.name}.${part}`));

  const rootFields = new Set(fieldNames(roots));
  const typeNames = new Set(types.map(({ name }) => name));
  const fields = new Set(fieldNames(types));
  const missing = [
    ...[...rootFields].filter((name) => !root.has(name)),
    ...[...typeNames].filter((name) => !ofType.has(name)),
  ];
  const idle = [
    ...[...root.keys()].filter((name) => !rootFields.has(name)),
    ...[...ofType.keys()].filter((name) => !typeNames.has(name)),
    ...[...ofField.keys()].filter((name) => !fields.has(name)),
  ];
  if (missing.length) throw new Error(`No access rule for ${missing.join(', ')}`);
  if (idle.length) throw new Error(`Access rules about what is not there: ${idle.join(', ')}`);
}

function guarded(
  doors: Doors,
  door: Door,
  field: GraphQLField<unknown, unknown>,
  resolve: Resolver,
): Resolver {
  const behind = doorsOfInput(doors, field, door);
  return (source, args, context, info) => {
    if (door !== anyone) ensurePermission(door, context.viewer);
    for (const permission of behind?.(args) ?? []) {
      if (permission !== anyone) ensurePermission(permission, context.viewer);
    }
    for (const permission of permissionsBehind(doors, info)) {
      ensurePermission(permission, context.viewer);
    }
    return resolve(source, args, context, info);
  };
}

const kept = new WeakMap<OperationDefinitionNode, Map<string, ReadonlySet<Permission>>>();

/** The permissions behind a root field, looked for once in a document. */
function permissionsBehind(doors: Doors, info: GraphQLResolveInfo): ReadonlySet<Permission> {
  const { operation, fragments, variableValues, path } = info;
  const switches = directiveVariables(operation, fragments).map((name) => variableValues[name]);
  const known = kept.get(operation) ?? new Map<string, ReadonlySet<Permission>>();
  kept.set(operation, known);
  const place = `${switches.join()} ${path.key}`;
  const found = known.get(place) ?? doorsBehind(doors, info);
  if (known.size > 200) known.clear();
  known.set(place, found);
  return found;
}

const rootTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(
    (type) => type instanceof GraphQLObjectType,
  );

/** What has a rule: what is answered, what is asked with, and the words that both use. */
type Ruled = GraphQLObjectType | GraphQLInputObjectType | GraphQLEnumType;

const ruledTypes = (schema: GraphQLSchema): Ruled[] =>
  Object.values(schema.getTypeMap()).filter(
    (type): type is Ruled =>
      (isObjectType(type) || isInputObjectType(type) || isEnumType(type)) &&
      !isIntrospectionType(type),
  );

const partsOf = (type: Ruled): string[] =>
  isEnumType(type) ? type.getValues().map(({ name }) => name) : Object.keys(type.getFields());
