import fc from 'fast-check';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';

import type { Purpose } from '#schema/access/Purpose.ts';
import { locales } from '#schema/common/Locale.ts';
import { allowed } from './allowed.ts';
import type { Holdings } from './Holdings.ts';
import { Question } from './Question.ts';
import { QuestionWriter } from './QuestionWriter.ts';
import { RandomSelection } from './randomSelection.ts';
import { RandomValue } from './randomValue.ts';

/** How far questions reach. Within what the server allows, and such that the answers stay small. */
const room = { levels: 5, rows: 10_000 };

/**
 * Draws questions over the whole schema: every field, argument, fragment, alias and directive that it has today. Nothing here knows
 * a field by its name but for what pages have in common. Some state one of the purposes.
 */
export function randomQuestion(
  schema: GraphQLSchema,
  holdings: Holdings,
  purposes: readonly Purpose[] = [],
): fc.Arbitrary<Question> {
  const root = schema.getQueryType() as GraphQLObjectType;
  const selections = new RandomSelection(schema, new RandomValue(schema, holdings));
  return fc
    .tuple(
      selections.of(root, room),
      fc.constantFrom(...locales),
      fc.constantFrom(null, ...purposes),
    )
    .map(([selected, locale, purpose]) => {
      const writer = new QuestionWriter(root);
      const document = allowed(schema, writer.document(selected, purpose));
      const { variables, others, cursors, sizes } = writer;
      return document === null
        ? null
        : new Question({ document, variables, locale, others, cursors, sizes });
    })
    .filter((it) => it !== null);
}
