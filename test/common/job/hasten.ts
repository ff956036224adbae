import type pg from 'pg';

/**
 * Det haster. The queue does at once what it would have waited with.
 *
 * It is told so, as of a job that is new: by itself it looks only each five seconds.
 */
export const hasten = (pool: Pick<pg.Pool, 'query'>, task: string): Promise<unknown> =>
  pool.query(
    `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where task_identifier = $1), run_at := now()),
       pg_notify('jobs:insert', '{"count":1}')`,
    [task],
  );
