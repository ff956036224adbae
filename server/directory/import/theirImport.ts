import { ensure } from '#server/access/ensure.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { Conflict, NotFound } from '#server/problems.ts';
import { type BroughtBy, mayOpenImport } from './importRules.ts';
import { lockImport, type PlannedImport } from './planning.ts';

/** Stops unless there is such an import, and the viewer brought it. The command line is nobody, and has the run of the house. */
export async function ensureTheirs(
  { viewer, database }: Pick<Context, 'viewer' | 'database'>,
  id: string,
): Promise<void> {
  const { rows } = isUuid(id)
    ? await database.pool.query<BroughtBy>(
        'select by_id as "byId", via from import where id = $1::uuid',
        [id],
      )
    : { rows: [] };
  if (!rows[0]) throw new NotFound('Import');
  if (viewer === null && rows[0].via === 'system') return;
  ensure(mayOpenImport, viewer, rows[0]);
}

/** Locks one that can be changed still. Throws CONFLICT (NOT_READY). */
export async function lockReady(run: Run, id: string): Promise<PlannedImport> {
  const it = await lockImport(run, id);
  if (it?.state !== 'ready') throw new Conflict('NOT_READY');
  return it;
}
