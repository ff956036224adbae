import pg from 'pg';

import { type Run } from '#server/common/inTransaction.ts';

/** What the work is given: the connection, for copying, and statements on it. */
export interface OwnClient {
  readonly client: pg.Client;
  readonly run: Run;
}

/**
 * På egen forbindelse. Does long work on a connection of its own: rows are copied, which a shared one that sends statements ahead cannot, and
 * nobody who reads waits for it.
 */
export async function onOwnClient<Result>(
  { options: { connectionString } }: Pick<pg.Pool, 'options'>,
  work: (own: OwnClient) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    connectionString,
    application_name: 'samband',
    options: '-c plan_cache_mode=force_generic_plan',
    connectionTimeoutMillis: 5_000,
    statement_timeout: 60_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  // Whatever is asked of a connection that is gone fails, and says so.
  client.on('error', () => undefined);
  await client.connect();
  // Those that are asked for at once wait for each other here.
  let last: Promise<unknown> = Promise.resolve();
  const run: Run = <Row>(text: string, values: readonly unknown[] = []) => {
    const answer = last.then(async () => (await client.query(text, [...values])).rows as Row[]);
    last = answer.catch(() => undefined);
    return answer;
  };
  try {
    return await work({ client, run });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** All of the work, or nothing of it. */
export async function allOrNothing<Result>(
  { client }: OwnClient,
  work: () => Promise<Result>,
): Promise<Result> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
