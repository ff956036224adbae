import { render, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';

/** Slipper. Gives up what the viewer has; whether there was anything to give up. What others have stays theirs. */
export async function dropClaim(
  { database, viewer }: Pick<Context, 'database' | 'viewer'>,
  kind: string,
  subject: string,
): Promise<boolean> {
  const { rowCount } = await database.pool.query(
    render(
      sql`delete from work_claim where kind = ${kind} and subject = ${subject} and by_id = ${viewer?.id}::uuid`,
    ),
  );
  return rowCount === 1;
}
