import {
  buildSchema,
  getNamedType,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
  printSchema,
} from 'graphql';

import { anyone, type Door } from '#server/access/rules.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { rules } from '#server/apiSchema.ts';

const doors = new Map<string, Door>(
  rules.flatMap(({ query = {}, types = {}, fields = {} }) => [
    ...Object.entries(query).map(([name, door]): [string, Door] => [`Query.${name}`, door]),
    ...Object.entries(types),
    ...Object.entries(fields),
  ]),
);

/** What of the API is open to somebody, as a schema of its own: whatever it allows is answered without a refusal. */
export function openTo(viewer: Viewer, schema: GraphQLSchema): GraphQLSchema {
  const isOpen = (name: string): boolean => {
    const door = doors.get(name);
    return door === undefined || door === anyone || viewer.permissions.has(door);
  };
  const open = buildSchema(printSchema(schema));
  for (const type of Object.values(open.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    // No open field gives such a type, and a type without fields is none.
    if (!isOpen(type.name)) continue;
    const fields = type.getFields();
    for (const [name, field] of Object.entries(fields)) {
      const isPart = isOpen(`${type.name}.${name}`) && isOpen(getNamedType(field.type).name);
      if (!isPart) delete fields[name];
    }
  }
  return open;
}
