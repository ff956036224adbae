import { type DocumentNode, type FieldNode, Kind, parse, print, visit } from 'graphql';

/** A document of which one field is left, with what leads to it. `at`: which of the fields that have nothing beneath them. */
export function onlyLeaf(text: string, at: number): string {
  const document = parse(text);
  const leaves: FieldNode[] = [];
  visit(document, { Field: (node) => void (node.selectionSet ?? leaves.push(node)) });
  const leaf = leaves[at % leaves.length];
  let left = visit(document, {
    Field: { leave: (node) => (isEmpty(node, leaf) ? null : undefined) },
  });
  for (;;) {
    const fewer = withoutEmpty(left);
    if (fewer === left) return print(left);
    left = fewer;
  }
}

const isEmpty = (node: FieldNode, leaf: FieldNode | undefined): boolean =>
  node.selectionSet ? node.selectionSet.selections.length === 0 : node !== leaf;

/** The same object where nothing of it is empty. */
function withoutEmpty(document: DocumentNode): DocumentNode {
  const defined = new Set(
    document.definitions.flatMap((it) =>
      it.kind === Kind.FRAGMENT_DEFINITION ? it.name.value : [],
    ),
  );
  return visit(document, {
    FragmentSpread: ({ name }) => (defined.has(name.value) ? undefined : null),
    Field: {
      leave: ({ selectionSet }) => (selectionSet?.selections.length === 0 ? null : undefined),
    },
    InlineFragment: {
      leave: ({ selectionSet }) => (selectionSet.selections.length ? undefined : null),
    },
    FragmentDefinition: {
      leave: ({ selectionSet }) => (selectionSet.selections.length ? undefined : null),
    },
  });
}
