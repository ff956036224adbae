import { inTransaction } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { Conflict } from '#server/problems.ts';
import { lockImport } from './planning.ts';
import { ensureTheirs } from './theirImport.ts';

/** Legge bort. Deletes the rows of a file that is not put into the register after all. Throws NOT_FOUND, FORBIDDEN, CONFLICT (NOT_READY). */
export async function discardImport(context: Context, id: string): Promise<string> {
  await ensureTheirs(context, id);
  await inTransaction(context.database.pool, async (run) => {
    const it = await lockImport(run, id);
    if (!it || ['applying', 'done', 'discarded'].includes(it.state))
      throw new Conflict('NOT_READY');
    await run('delete from import_row where import_id = $1::uuid', [id]);
    await run(`update import set state = 'discarded' where id = $1::uuid`, [id]);
  });
  return id;
}
