import type pg from 'pg';

import { inTransaction } from '#server/common/inTransaction.ts';

/** So few that whoever writes one of them at the same moment waits for no longer than they notice. */
const BATCH = 40;

/** A search looks through so many young entries without anybody noticing. */
const FEW = 400;

/** Whether so many entries are young, more than `few`, that searches would be the slower for it. */
export async function areMany(pool: Pick<pg.Pool, 'query'>, few = FEW): Promise<boolean> {
  const { rows } = await pool.query('select from directory_entry where is_young limit $1', [
    few + 1,
  ]);
  return rows.length > few;
}

/**
 * På plass. Puts entries that were written lately into the index of words, where searches find them without looking through them: what was
 * written several times meanwhile once. What somebody is writing right now is left for the next time.
 *
 * Where it is not done, or only half, nothing is wrong: young entries are found as they are. So nobody waits for the disk, either.
 */
export async function settleEntries(pool: Pick<pg.Pool, 'connect'>): Promise<number> {
  let settled = 0;
  for (;;) {
    const batch = await inTransaction(pool, async (run) => {
      void run('set local synchronous_commit = off');
      return run(
        `update directory_entry set is_young = false
         where id in (select id from directory_entry where is_young order by id limit $1 for update skip locked)
         returning id`,
        [BATCH],
      );
    });
    settled += batch.length;
    if (batch.length < BATCH) return settled;
  }
}
