import {
  getDirectiveValues,
  getNamedType,
  type GraphQLCompositeType,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

import type { Permission } from './permissions.ts';
import { anyone, type Doors } from './rules.ts';

/**
 * The permissions that a selection asks for: of every field beneath a root field, for every type it may turn out to stand on.
 *
 * What `@skip` and `@include` leave out asks for nothing. A fragment is read once for a type, however often it is spread.
 */
export function doorsBehind(
  { ofType, ofField }: Doors,
  { fieldNodes, fragments, returnType, schema, variableValues }: GraphQLResolveInfo,
): ReadonlySet<Permission> {
  const needed = new Set<Permission>();
  const seen = new Set<string>();

  const isLeftOut = (node: SelectionNode): boolean =>
    getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.['if'] === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.['if'] === false;

  const readField = (type: GraphQLCompositeType, name: string): void => {
    for (const { name: typeName } of isAbstractType(type)
      ? schema.getPossibleTypes(type)
      : [type]) {
      const door = ofField.get(`${typeName}.${name}`) ?? ofType.get(typeName);
      if (door && door !== anyone) needed.add(door);
    }
  };

  const read = (type: GraphQLCompositeType, selectionSet: SelectionSetNode): void => {
    for (const node of selectionSet.selections) {
      if (isLeftOut(node)) continue;
      if (node.kind === Kind.FIELD) {
        const field = isUnionType(type) ? undefined : type.getFields()[node.name.value];
        if (!field) continue; // __typename
        readField(type, field.name);
        const next = getNamedType(field.type);
        if (node.selectionSet && isCompositeType(next)) read(next, node.selectionSet);
        continue;
      }
      const isSpread = node.kind === Kind.FRAGMENT_SPREAD;
      const fragment = isSpread ? fragments[node.name.value] : node;
      const condition =
        fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
      const within = isCompositeType(condition) ? narrower(type, condition) : type;
      const name = isSpread && `${node.name.value} ${within.name}`;
      if (!fragment || (name && seen.has(name))) continue;
      if (name) seen.add(name);
      read(within, fragment.selectionSet);
    }
  };

  const root = getNamedType(returnType);
  if (isCompositeType(root)) {
    for (const { selectionSet } of fieldNodes) if (selectionSet) read(root, selectionSet);
  }
  return needed;
}

/** `... on ContactPoint` inside a PersonContactPoint is still about a PersonContactPoint. */
const narrower = (type: GraphQLCompositeType, condition: GraphQLCompositeType) =>
  isAbstractType(condition) && !isAbstractType(type) ? type : condition;
