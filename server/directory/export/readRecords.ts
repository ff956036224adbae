import { type FieldNode, type GraphQLSchema, isObjectType, Kind, parse } from 'graphql';

import { readByIds } from '#server/common/read.ts';
import { Selection } from '#server/common/Selection.ts';
import type { Context } from '#server/context.ts';
import { type ChosenRecords, inBatches } from './chosenRecords.ts';
import type { Exported, OfEach } from './Exported.ts';

/** So many records are read, told and taken down at a time. */
export const batchSize = 500;

/**
 * Leser det som skal ut, batch by batch and by the planner: what a file says has come through the same rules of rows and of fields as an
 * answer of the API.
 *
 * `needs`: what is selected of each kind.
 */
export async function* readRecords(
  context: Context,
  schema: GraphQLSchema,
  { organisations, people }: ChosenRecords,
  needs: OfEach<string>,
): AsyncGenerator<Exported[]> {
  const lists = [
    ['organisation', organisations, selectionOf(schema, 'Organisation', needs.organisation)],
    ['person', people, selectionOf(schema, 'Person', needs.person)],
  ] as const;
  for (const [record, list, selection] of lists) {
    for (const ids of inBatches(list, batchSize)) {
      const rows = await readByIds(context, selection, {}, ids);
      // The selection says which fields a row has; its type is what a file makes of it.
      yield rows.flatMap((row) => (row ? [{ record, row } as unknown as Exported] : []));
    }
  }
}

/** A selection as a document would have it. */
function selectionOf(schema: GraphQLSchema, typeName: string, fields: string): Selection {
  const [operation] = parse(`{ record { ${fields} } }`).definitions;
  const type = schema.getType(typeName);
  if (operation?.kind !== Kind.OPERATION_DEFINITION || !isObjectType(type)) {
    throw new Error(`Nothing can be selected of ${typeName}`);
  }
  const node = operation.selectionSet.selections[0] as FieldNode;
  return new Selection({ schema, fragments: {}, variables: {} }, type, [[node]]);
}
