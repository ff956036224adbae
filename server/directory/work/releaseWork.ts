import { render, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import type { WorkInput } from './claimWork.ts';
import { subjectOf } from './subjectOf.ts';

/** Slippe. Gives up what one has taken; what one has not taken stays as it is. Throws NOT_FOUND. */
export async function releaseWork(context: Context, { id }: WorkInput): Promise<boolean> {
  const { kind, subject } = await subjectOf(context, id);
  const { rowCount } = await context.database.pool.query(
    render(
      sql`delete from work_claim where kind = ${kind} and subject = ${subject} and by_id = ${context.viewer?.id}::uuid`,
    ),
  );
  return rowCount === 1;
}
