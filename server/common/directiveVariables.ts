import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

const kept = new WeakMap<OperationDefinitionNode, readonly string[]>();

/** The variables by which `@skip` and `@include` choose: with the same values of these, a document selects the same. */
export function directiveVariables(
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): readonly string[] {
  const known = kept.get(operation);
  if (known) return known;
  const names = new Set<string>();
  const spread = new Set<string>();
  const look = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      for (const { arguments: given = [] } of selection.directives ?? []) {
        for (const { value } of given)
          if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      }
      if (selection.kind !== Kind.FRAGMENT_SPREAD) {
        if (selection.selectionSet) look(selection.selectionSet);
        continue;
      }
      const fragment = fragments[selection.name.value];
      if (!fragment || spread.has(selection.name.value)) continue;
      spread.add(selection.name.value);
      look(fragment.selectionSet);
    }
  };
  look(operation.selectionSet);
  const found = [...names];
  kept.set(operation, found);
  return found;
}
