import type pg from 'pg';

const schema = 'graphile_worker';
/** The tables that every job goes through. */
const tables = [
  '_private_jobs',
  '_private_job_queues',
  '_private_tasks',
  '_private_known_crontabs',
];

/** Brings the worker's own tables up to date, as the role that may alter tables. */
export async function migrateJobs(url: string): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker');
  await runMigrations({ connectionString: url, logger: new Logger(() => () => undefined) });
}

/**
 * Lets the application's role add jobs and do them.
 *
 * The worker guards its tables by row security without policies: only their owner sees a row. Our role owns nothing, so it gets a
 * policy; a right to alter them it does not get.
 */
export async function handOverJobs(client: pg.Client, role: string): Promise<void> {
  await client.query(`
    grant usage on schema ${schema} to ${role};
    grant select, insert, update, delete on all tables in schema ${schema} to ${role};
    grant usage, select on all sequences in schema ${schema} to ${role};
    grant execute on all functions in schema ${schema} to ${role};
    revoke insert, update, delete on ${schema}.migrations from ${role};
  `);
  const { rows } = await client.query<{ tablename: string }>(
    'select tablename from pg_policies where schemaname = $1 and policyname = $2',
    [schema, role],
  );
  const done = new Set(rows.map(({ tablename }) => tablename));
  for (const table of tables.filter((name) => !done.has(name))) {
    await client.query(
      `create policy ${role} on ${schema}.${table} to ${role} using (true) with check (true)`,
    );
  }
}
