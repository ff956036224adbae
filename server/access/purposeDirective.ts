import {
  DirectiveLocation,
  getDirectiveValues,
  getVariableValues,
  GraphQLDirective,
  type GraphQLEnumType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

import type { Purpose } from '#schema/access/Purpose.ts';

const name = 'purpose';

/**
 * Formål. Says of a whole operation what it reads contact details of people for: `query ($purpose: Purpose) @purpose(of: $purpose)`.
 *
 * It stands in the document, so that a stored document says what it may be used for, and the log says what it was.
 */
export const purposeDirective = (type: GraphQLEnumType): GraphQLDirective =>
  new GraphQLDirective({
    name,
    description:
      'What the operation reads contact details of people for. Without it, or with null, they are masked. FORBIDDEN where the purpose is not one of the viewer’s (`viewer.purposes`).',
    locations: [DirectiveLocation.QUERY, DirectiveLocation.MUTATION],
    args: { of: { type, description: 'The purpose.' } },
  });

/** The purpose that an operation states; null where it states none. */
export function purposeOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Purpose | null {
  const directive = schema.getDirective(name);
  if (!directive || !operation.directives?.length) return null;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  // Variables that do not fit are refused by whoever answers; until then nothing is stated.
  if (!coerced) return null;
  const values = getDirectiveValues(directive, operation, coerced);
  return (values?.['of'] as Purpose | null | undefined) ?? null;
}
