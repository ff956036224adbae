import type pg from 'pg';

import { inTransaction } from '#server/common/inTransaction.ts';
import type { Task } from '#server/common/job/Jobs.ts';
import { momentOf } from '#server/common/momentOf.ts';
import { Reader } from '#server/common/Reader.ts';
import { createContext, type Surroundings } from '#server/context.ts';
import { staffViewer } from '#server/directory/audience/digest/staffViewer.ts';
import { doSome } from './applyBulkEdit.ts';
import { mayEditMany } from './bulkRules.ts';

/**
 * Masseendring i biter. Each piece is a transaction of its own that says how far it has come, so that a server that dies has done some, and the
 * next goes on with the rest. Whoever may not any more has done what they had done: the rest is left.
 */
export function bulkTasks({
  pool,
  surroundings,
  clock,
}: {
  readonly pool: pg.Pool;
  readonly surroundings: Surroundings;
  readonly clock: () => Date;
}): Record<string, Task> {
  return {
    async bulkEdit({ id = '' }) {
      const { rows } = await pool.query<{ byId: string }>(
        'select by_id as "byId" from bulk_edit where id = $1',
        [id],
      );
      const [row] = rows;
      if (!row) return;
      for (let goesOn = true; goesOn;) {
        const moment = momentOf(clock());
        const author = await staffViewer(pool, row.byId, moment.now);
        if (!author || !mayEditMany(author.viewer)) return leaveTheRest(pool, id);
        const context = createContext(surroundings, {
          ...moment,
          viewer: author.viewer,
          requestId: 'bulkEdit',
          locale: 'nb',
          reader: new Reader(pool),
          way: 'planned',
        });
        goesOn = await inTransaction(pool, (run) => doSome(run, context, id));
      }
    },
  };
}

const leaveTheRest = (pool: pg.Pool, id: string): Promise<void> =>
  inTransaction(pool, async (run) => {
    await run(
      `update bulk_edit set state = 'done', left_ids = left_ids || ids[done + 1 :], done = cardinality(ids)
       where id = $1 and state = 'under_way'`,
      [id],
    );
    await run(`update batch set state = 'done' where id = $1 and state = 'under_way'`, [id]);
  });
