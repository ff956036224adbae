import { sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';

/** Whether something was done already as a batch: whoever asks again, asks for the answer. */
export async function wasDoneAs({ reader }: Context, batchId: string): Promise<boolean> {
  const rows = await reader.rows(
    sql`select 1 from change where batch_id = ${batchId}::uuid limit 1`,
  );
  return rows.length > 0;
}
