import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '#server/context.ts';
import { isUuid } from './isUuid.ts';
import { readOne } from './read.ts';
import type { Row } from './Row.ts';
import { name, sql } from './sql.ts';

/**
 * Reads the row with an identifier, or, where that was merged into another, that other: an old address leads on. Only who finds nothing asks
 * a second time. `table`: of the type that is read.
 */
export async function readOneOrSurvivor(
  context: Context,
  info: GraphQLResolveInfo,
  table: 'organisation' | 'person',
  id: string,
): Promise<Row | null> {
  const found = await readOne(context, info, id);
  if (found || !isUuid(id)) return found;
  const [merged] = await context.reader.rows<[string]>(
    sql`select merged_into from ${name(table)} where id = ${id} and merged_into is not null`,
  );
  return merged ? readOne(context, info, merged[0]) : null;
}
