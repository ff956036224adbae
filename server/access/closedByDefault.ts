import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';

import { directiveVariables } from '#server/common/directiveVariables.ts';
import { doorsBehind } from './doorsBehind.ts';
import { ensurePermission } from './ensure.ts';
import type { Permission } from './permissions.ts';
import { type AccessRules, anyone, type Door, type Doors, type Masked } from './rules.ts';
import type { Viewer } from './Viewer.ts';

/** What the rules need of a request's context. */
interface Asked {
  readonly viewer: Viewer | null;
}

type Resolver = GraphQLFieldResolver<unknown, Asked>;

/**
 * Stengt som utgangspunkt. Puts the rules in front of a schema; throws, naming each culprit, where a rule is missing or idle.
 *
 * Only root fields and masked fields are wrapped, and synchronously: a root field looks once at all that is selected beneath it, so a
 * row costs nothing. Who may not see something that was selected gets no part of that root field, rather than an answer with holes.
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
      field.resolve = guarded(doors, door, field.resolve ?? defaultFieldResolver);
      if (field.subscribe) field.subscribe = guarded(doors, door, field.subscribe);
    }
  }
  for (const [name, rule] of doors.ofField) {
    if (typeof rule === 'string') continue;
    const [typeName = '', fieldName = ''] = name.split('.');
    const field = (schema.getType(typeName) as GraphQLObjectType).getFields()[fieldName];
    if (!field) continue;
    field.resolve = masked(rule, field.resolve ?? defaultFieldResolver);
    // Who writes rows without asking the field does the same.
    field.extensions = { ...field.extensions, masked: rule };
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
  const types = objectTypes(schema).filter((type) => !roots.includes(type));
  const fieldNames = (some: readonly GraphQLObjectType[]) =>
    some.flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));

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

function guarded(doors: Doors, door: Door, resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    if (door !== anyone) ensurePermission(door, context.viewer);
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

function masked({ inFullFor, mask, disclosed }: Masked, resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const value: unknown = resolve(source, args, context, info);
    if (context.viewer?.permissions.has(inFullFor)) {
      disclosed?.(source as never, context as never);
      return value;
    }
    const less = (full: unknown) => mask(full as never, source as never);
    return value instanceof Promise ? value.then(less) : less(value);
  };
}

const rootTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(
    (type) => type instanceof GraphQLObjectType,
  );

const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !isIntrospectionType(type),
  );
