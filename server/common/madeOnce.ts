import type { Context } from '#server/context.ts';
import type { Type } from './ReadModel.ts';
import { name, sql } from './sql.ts';

/**
 * Lages én gang. Makes what is to have an identifier, unless it is there; gives the identifier.
 *
 * Of two who make the same at once, the second finds that it is there.
 */
export async function madeOnce(
  context: Context,
  type: Type,
  id: string,
  make: () => Promise<unknown>,
): Promise<string> {
  const isThere = async () => {
    const { table } = context.readModel.readable(type.name);
    const rows = await context.reader.rows(sql`select 1 from ${name(table)} where id = ${id}`);
    return rows.length > 0;
  };
  if (await isThere()) return id;
  try {
    await make();
  } catch (error) {
    if (!(await isThere())) throw error;
  }
  return id;
}
