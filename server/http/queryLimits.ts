import {
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** How much of each a question may have. */
export type QueryLimits = Readonly<Record<keyof Size, number>>;

type Maybe<Thing> = Thing | null | undefined;

interface Size {
  /** Levels of things within things; the steps of a page (`edges`, `node`, `nodes`) are not levels. */
  readonly depth: number;
  /** Values in the answer, if every page is as full as it may be. */
  readonly values: number;
  readonly aliases: number;
  readonly directives: number;
}

/** The largest of our own questions, with room to grow: two levels more than the deepest. */
export const queryLimits: QueryLimits = { depth: 8, values: 200_000, aliases: 15, directives: 30 };

const nothing: Size = { depth: 0, values: 0, aliases: 0, directives: 0 };
const pageSteps = new Set(['edges', 'node', 'nodes']);
const usualPage = 20;
const fullPage = 100;
const usualList = 20;

/**
 * Grenser for spørringer. Refuses a question whose answer could be too large, before anything is read.
 *
 * The size is counted once per document, whatever its variables: a page whose length is a variable
 * counts as a full one, and a list that is no page as a usual page. Fragments are counted where they are used,
 * each looked into once, so that no document takes long to count.
 *
 * A mutation is one thing: what is counted per request (codes, links, messages) must not be had fifteen times in one.
 */
export const limited =
  (limits: QueryLimits = queryLimits) =>
  (context: ValidationContext): ASTVisitor => {
    const schema = context.getSchema();
    const known = new Map<string, Size>();
    const fragments = new Map<string, FragmentDefinitionNode>();
    for (const definition of context.getDocument().definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION)
        fragments.set(definition.name.value, definition);
    }

    const sizeOfFragment = (name: string): Size => {
      const counted = known.get(name);
      if (counted) return counted;
      // One that contains itself is refused by another rule.
      known.set(name, nothing);
      const fragment = fragments.get(name);
      const on = fragment && schema.getType(fragment.typeCondition.name.value);
      const size = fragment ? sizeOf(fragment.selectionSet, on) : nothing;
      known.set(name, size);
      return size;
    };

    const sizeOf = ({ selections }: SelectionSetNode, type: Maybe<GraphQLNamedType>): Size => {
      let total = nothing;
      for (const selection of selections) {
        if (selection.kind === Kind.FIELD) {
          total = sum(total, sizeOfField(selection, type));
          continue;
        }
        const inner =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? sizeOfFragment(selection.name.value)
            : sizeOf(
                selection.selectionSet,
                selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type,
              );
        total = sum(total, { ...inner, directives: inner.directives + directivesOf(selection) });
      }
      return total;
    };

    const sizeOfField = (node: FieldNode, type: Maybe<GraphQLNamedType>): Size => {
      if (node.name.value.startsWith('__')) return nothing;
      // What is not there is refused by another rule.
      const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
      const field = fields[node.name.value];
      const inner = node.selectionSet
        ? sizeOf(node.selectionSet, field && getNamedType(field.type))
        : nothing;
      return {
        depth: inner.depth + (pageSteps.has(node.name.value) ? 0 : 1),
        values: inner.values * (field ? lengthOf(field, node) : 1) + 1,
        aliases: inner.aliases + (node.alias ? 1 : 0),
        directives: inner.directives + directivesOf(node),
      };
    };

    /** How many things a mutation does. A fragment that contains itself is refused by another rule; here it counts as two. */
    const rootsOf = ({ selections }: SelectionSetNode, within = new Set<string>()): number => {
      let roots = 0;
      for (const selection of selections) {
        if (selection.kind === Kind.FIELD) roots += 1;
        else if (selection.kind === Kind.INLINE_FRAGMENT)
          roots += rootsOf(selection.selectionSet, within);
        else {
          const name = selection.name.value;
          const fragment = fragments.get(name);
          // Each fragment once: where it is used again, there is more than one already.
          if (within.has(name)) return 2;
          within.add(name);
          if (fragment) roots += rootsOf(fragment.selectionSet, within);
        }
        if (roots > 1) return roots;
      }
      return roots;
    };

    return {
      OperationDefinition(operation) {
        const root = schema.getRootType(operation.operation);
        if (!root) {
          const message = `There is no ${operation.operation} here.`;
          context.reportError(new GraphQLError(message, { nodes: [operation] }));
        }
        const size = sizeOf(operation.selectionSet, root);
        for (const what of Object.keys(limits) as (keyof Size)[]) {
          if (size[what] > limits[what])
            context.reportError(tooLarge(operation, what, limits[what]));
        }
        if (operation.operation === 'mutation' && rootsOf(operation.selectionSet) > 1) {
          const message = 'A mutation does one thing: ask for one field.';
          context.reportError(new GraphQLError(message, { nodes: [operation] }));
        }
        return false;
      },
    };
  };

const sum = (one: Size, other: Size): Size => ({
  depth: Math.max(one.depth, other.depth),
  values: one.values + other.values,
  aliases: one.aliases + other.aliases,
  directives: one.directives + other.directives,
});

const directivesOf = ({ directives = [] }: SelectionNode): number => directives.length;

/** How many things a field gives: a page says so, a list is short by nature. */
function lengthOf(
  { type }: GraphQLField<unknown, unknown>,
  { name: field, arguments: given = [] }: FieldNode,
): number {
  // The page has been counted where it was asked for.
  if (pageSteps.has(field.value)) return 1;
  if (isListType(getNullableType(type))) return isCompositeType(getNamedType(type)) ? usualList : 1;
  const named = getNamedType(type);
  if (!isObjectType(named) || !isPage(named)) return 1;
  const sizes = given.filter(({ name }) => ['first', 'last'].includes(name.value));
  if (!sizes.length) return usualPage;
  const lengths = sizes.map(({ value }) =>
    value.kind === Kind.INT ? Math.min(Number(value.value), fullPage) : fullPage,
  );
  return Math.max(...lengths);
}

const isPage = (type: GraphQLObjectType): boolean =>
  Object.keys(type.getFields()).some((name) => pageSteps.has(name) && name !== 'node');

const words: Record<keyof Size, string> = {
  depth: 'levels deep',
  values: 'values in its answer',
  aliases: 'aliases',
  directives: 'directives',
};

const tooLarge = (operation: OperationDefinitionNode, what: keyof Size, limit: number) =>
  new GraphQLError(`The question is too large: at most ${limit} ${words[what]}.`, {
    nodes: [operation],
  });
