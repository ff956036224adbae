import type { Asking } from './AccessSettings.ts';

/** Lagringstid. So many whole months are kept beside the one that is under way. */
export const monthsKept = 24;

/** The first day of the oldest month whose reads are kept. */
export function oldestMonthKept(now: Date): string {
  const oldest = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsKept));
  return oldest.toISOString().slice(0, 10);
}

/**
 * Sletter gamle lesninger. Drops the months of the read log that are older than they are kept, and tells which.
 *
 * For the role that may alter tables. The batches stay, with their hashes: the chain is whole without the rows.
 */
export async function dropOldReads(owner: Asking, now: Date): Promise<readonly string[]> {
  const { rows } = await owner.query<{ partition: string; month: string }>(
    `select partition, month from (
       select inhrelid::regclass::text as partition,
         replace(substring(inhrelid::regclass::text from '[0-9]{4}_[0-9]{2}$'), '_', '-') as month
       from pg_inherits where inhparent = 'read_log'::regclass
     ) as months where month || '-01' < $1 order by month`,
    [oldestMonthKept(now)],
  );
  // The names come from PostgreSQL, quoted where they need it.
  for (const { partition } of rows) await owner.query(`drop table ${partition}`);
  // What was taken out is told of as long as whose details were in it.
  await owner.query('delete from export where at < $1', [oldestMonthKept(now)]);
  return rows.map(({ month }) => month);
}
