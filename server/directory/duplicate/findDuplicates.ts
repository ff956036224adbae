import type pg from 'pg';

import { inTransaction } from '#server/common/inTransaction.ts';
import { refreshDuplicates } from './refreshDuplicates.ts';

const BATCH = 1_000;
/** Any number, as long as nobody else takes it. */
const LOCK = 7_411_910;

/**
 * Finner dubletter. Looks at every record that has changed since it was last looked at, a batch at a time, each in a transaction of its
 * own: what is cut short goes on where it was. Gives how many were looked at.
 *
 * One at a time: two would look at the same pairs from both sides.
 */
export async function findDuplicates(pool: pg.Pool): Promise<number> {
  let looked = 0;
  for (;;) {
    const batch = await inTransaction(pool, async (run) => {
      const [mine] = await run<{ held: boolean }>('select pg_try_advisory_xact_lock($1) as held', [
        LOCK,
      ]);
      if (!mine?.held) return 0;
      await run(`set local statement_timeout = '60s'`);
      const due = await run<{ id: string }>(
        `delete from duplicate_due where record_id in (
           select record_id from duplicate_due order by record_id limit $1 for update skip locked
         ) returning record_id as id`,
        [BATCH],
      );
      if (due.length) {
        await refreshDuplicates(
          run,
          due.map(({ id }) => id),
        );
      }
      return due.length;
    });
    if (!batch) return looked;
    looked += batch;
  }
}

/** Marks the whole register to be looked at: after what wrote it without telling anybody. */
export const lookAtEverything = (pool: Pick<pg.Pool, 'query'>): Promise<unknown> =>
  pool.query('insert into duplicate_due select id from directory_entry on conflict do nothing');
