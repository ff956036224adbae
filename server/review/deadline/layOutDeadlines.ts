import type pg from 'pg';

import type { DeadlineEffect } from '#schema/review/deadline/DeadlineEffect.ts';
import { freshnessLimits } from '#server/common/freshnessOf.ts';
import { inTransaction, type Run } from '#server/common/inTransaction.ts';
import { lockAll } from '#server/directory/refreshEntries.ts';
import { effectOfLaid, laidOut } from './deadlineSql.ts';

/**
 * Whoever has a deadline worked out for one organisation holds this lock together with others like them; whoever sets deadlines, alone. Taken
 * before anything is read, so that nobody goes by what is about to be different.
 */
export const lockDeadlines = (run: Run): Promise<unknown> =>
  run('select pg_advisory_xact_lock(7412, 0)');

const writing = `with ${laidOut('select id, trust_id, kind, months from review_deadline', '$1')},
  noted as (
    insert into review_deadline_day (day) values ($1::date) on conflict (is_only) do update set day = excluded.day
  ), organisations as (
    update organisation as o set due_months = l.months from laid l where l.id = o.id and o.due_months <> l.months
  ), entries as (
    update directory_entry as e set due_months = l.months from laid l where l.id = e.id and e.due_months <> l.months
  )
  ${effectOfLaid('$2', '$3')}`;

/**
 * Legger ut fristene. Has every organisation, and its entry in the directory, go by the deadlines that are set, on the day; gives for how many
 * that is something else. In the transaction that sets them, after `lockDeadlines`.
 */
export async function layOutDeadlines(run: Run, today: string): Promise<DeadlineEffect> {
  // Whoever is writing an entry has read its deadline, and would put back the old one.
  await run(lockAll);
  const { fresh, due } = freshnessLimits(today);
  const [effect] = await run<DeadlineEffect>(writing, [today, fresh, due]);
  if (!effect) throw new Error('A count has a row');
  return effect;
}

/**
 * A trust may answer for other areas from one day to the next, by the calendar alone: once a day that is worked out anew, where any trust has a
 * deadline of its own.
 */
export const layOutForToday = (pool: Pick<pg.Pool, 'connect'>, today: string): Promise<void> =>
  inTransaction(pool, async (run) => {
    const [isDue] = await run(
      `select from review_deadline_day where day <> $1::date and exists (select from review_deadline where trust_id is not null)`,
      [today],
    );
    if (!isDue) return;
    await run(`set local statement_timeout = '5min'`);
    await lockDeadlines(run);
    await layOutDeadlines(run, today);
  });
