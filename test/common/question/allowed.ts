import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  specifiedRules,
  validate,
  visit,
} from 'graphql';

import { limited } from '#server/http/queryLimits.ts';

const rules = [...specifiedRules, limited()];
const mostNewNames = 6;

/**
 * A document as the rules of GraphQL allow it, or null where it is larger than the server allows.
 *
 * Of two fields that clash under one name the second gets another name, or gives way; what nobody uses goes.
 */
export function allowed(schema: GraphQLSchema, text: string): string | null {
  let document = parse(text);
  for (let clashes = 0; ;) {
    const culprits = validate(schema, document, rules).flatMap(({ nodes }) => nodes?.at(-1) ?? []);
    if (!culprits.length) return print(document);
    const clash = culprits.find((it) => it.kind === Kind.FIELD);
    if (clash) {
      clashes += 1;
      document = replace(
        document,
        new Map([[clash, clashes > mostNewNames ? typename : named(clash, clashes)]]),
      );
    } else if (culprits.some(({ kind }) => kind === Kind.OPERATION_DEFINITION)) {
      return null;
    } else {
      document = replace(document, new Map(culprits.map((it) => [it, null])));
    }
  }
}

const typename: FieldNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
};

const named = (field: FieldNode, number: number): FieldNode => ({
  ...field,
  alias: { kind: Kind.NAME, value: `other${number}` },
});

const replace = (document: DocumentNode, by: ReadonlyMap<ASTNode, ASTNode | null>): DocumentNode =>
  visit(document, { enter: (node) => by.get(node) });
