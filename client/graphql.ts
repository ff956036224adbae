import { initGraphQLTada } from 'gql.tada';

import type { introspection } from '#schema/graphql-env.d.ts';

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
export { readFragment } from 'gql.tada';

/**
 * Turns a document's text into a typed document, checked against the schema as it is written. When the client is built, a number takes
 * its place, and nothing of this is left.
 */
export const graphql = /* @__PURE__ */ initGraphQLTada<{
  introspection: introspection;
  scalars: { ID: string; LocalDate: string; Moment: string; Text: string };
}>();
