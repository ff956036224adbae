import {
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** How much of each a question may have. */
export type QueryLimits = Readonly<Record<keyof Size, number>>;

interface Size {
  /** Levels of things within things; the steps of a page (`edges`, `node`, `nodes`) are not levels. */
  readonly depth: number;
  /** Values in the answer, if every page is as full as it may be. */
  readonly values: number;
  readonly aliases: number;
  readonly directives: number;
}

/** The largest of our own questions, with room to grow. */
export const queryLimits: QueryLimits = { depth: 12, values: 100_000, aliases: 15, directives: 30 };

const nothing: Size = { depth: 0, values: 0, aliases: 0, directives: 0 };
const pageSteps = new Set(['edges', 'node', 'nodes']);
const usualPage = 20;
const fullPage = 100;

/**
 * Grenser for spørringer. Refuses a question whose answer could be too large, before anything is read.
 *
 * The size is counted once per document, whatever its variables: a page whose length is a variable
 * counts as a full one. Fragments are counted where they are used, each looked into once, so that no
 * document takes long to count.
 */
export const limited =
  (limits: QueryLimits = queryLimits) =>
  (context: ValidationContext): ASTVisitor => {
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
      const size = fragment ? sizeOf(fragment.selectionSet) : nothing;
      known.set(name, size);
      return size;
    };

    const sizeOf = ({ selections }: SelectionSetNode): Size => {
      let total = nothing;
      for (const selection of selections) {
        const inner =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? sizeOfFragment(selection.name.value)
            : selection.selectionSet
              ? sizeOf(selection.selectionSet)
              : nothing;
        const isField = selection.kind === Kind.FIELD;
        if (isField && selection.name.value.startsWith('__')) continue;
        const isLevel = isField && !pageSteps.has(selection.name.value);
        const times = isField ? lengthOfPage(selection) : 1;
        total = {
          depth: Math.max(total.depth, inner.depth + (isLevel ? 1 : 0)),
          values: total.values + inner.values * times + (isField ? 1 : 0),
          aliases: total.aliases + inner.aliases + (isField && selection.alias ? 1 : 0),
          directives: total.directives + inner.directives + (selection.directives?.length ?? 0),
        };
      }
      return total;
    };

    return {
      OperationDefinition(operation) {
        if (!context.getSchema().getRootType(operation.operation)) {
          const message = `There is no ${operation.operation} here.`;
          context.reportError(new GraphQLError(message, { nodes: [operation] }));
        }
        const size = sizeOf(operation.selectionSet);
        for (const what of Object.keys(limits) as (keyof Size)[]) {
          if (size[what] > limits[what])
            context.reportError(tooLarge(operation, what, limits[what]));
        }
        return false;
      },
    };
  };

/** How many things a field gives: a page says so, anything else counts as one. */
function lengthOfPage({ name: field, arguments: given = [], selectionSet }: FieldNode): number {
  // The page has been counted where it was asked for.
  if (pageSteps.has(field.value)) return 1;
  const first = given.find(({ name }) => ['first', 'last'].includes(name.value))?.value;
  if (first?.kind === Kind.INT) return Math.min(Number(first.value), fullPage);
  if (first) return fullPage;
  const isPage = selectionSet?.selections.some(
    (selection) => selection.kind === Kind.FIELD && pageSteps.has(selection.name.value),
  );
  return isPage ? usualPage : 1;
}

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
