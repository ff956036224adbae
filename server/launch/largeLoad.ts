import type pg from 'pg';

import { countHeldWords, holdWords } from '#server/directory/heldWords.ts';

/** Any number will do, as long as every large load takes the same. */
const lock = 5_316_003;
const schema = 'samband_load';

/** The work of somebody who was killed is not finished first. */
const giveUpWhenGone = "set client_connection_check_interval = '1s'";

/** What PostgreSQL cleans of its own accord gives way to whoever waits for it, after so long; only a superuser may make that less than a second. */
const hurryCleaning = `select set_config('deadlock_timeout', '50ms', false) from pg_roles where rolname = current_user and rolsuper`;

/** Who hears about what takes time. */
type Say = (line: string) => void;

/**
 * Storinnlasting. Begins a load that adds so much that words are better counted once, and indexes better built anew, when all is there.
 *
 * What is owed (words, indexes) stands in a schema of its own, which only the owner of the tables sees, until it is settled: by the load
 * itself or, where that was cut short, by the next one or by the next start. Loads wait for each other.
 */
export async function beginLoad(client: pg.Client, say: Say): Promise<void> {
  await client.query(giveUpWhenGone);
  const { rows } = await client.query<{ isOurs: boolean }>(
    'select pg_try_advisory_lock($1) as "isOurs"',
    [lock],
  );
  if (!rows[0]?.isOurs) {
    say('Waiting for another load to be done');
    await client.query('select pg_advisory_lock($1)', [lock]);
  }
  await client.query(`create schema if not exists ${schema}`);
  await client.query(
    `create table if not exists ${schema}.index_set_aside (definition text primary key)`,
  );
  await holdWords(client);
}

/** Takes away the indexes of these tables, but those that keep a promise, and notes how to make them again. */
export async function setIndexesAside(client: pg.Client, tables: readonly string[]): Promise<void> {
  await client.query('begin');
  try {
    await client.query("set local lock_timeout = '10s'");
    const { rows } = await client.query<{ name: string; definition: string }>(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
       where indrelid = any ($1::text[]::regclass[]) and not indisunique and not indisexclusion`,
      [tables],
    );
    for (const { name, definition } of rows) {
      await client.query(`insert into ${schema}.index_set_aside values ($1)`, [definition]);
      await client.query(`drop index ${name}`);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/**
 * Pays what is owed; the others build indexes while we count the words. Each index is a transaction, so that whoever is stopped goes on
 * from there.
 *
 * `filled`: tables of which so much is new that they are looked at for the planner as well; whoever has no index to build begins with them. One
 * whose index another is still building waits for that, so the last of them is the one whose index takes longest.
 */
export async function settleLoad(
  client: pg.Client,
  say: Say,
  others: readonly pg.Client[] = [],
  filled: readonly string[] = [],
): Promise<void> {
  // That on lexemes takes as long as all else together, and is begun first.
  const { rows } = await client.query<{ definition: string }>(
    `select definition from ${schema}.index_set_aside order by definition like '% USING gin %' desc, definition`,
  );
  if (rows.length > 0) say('Counting the words and building the indexes');
  const steps = [
    ...rows.map(
      ({ definition }) =>
        (settling: pg.Client) =>
          buildIndex(settling, definition),
    ),
    ...filled.map((table) => (settling: pg.Client) => settling.query(`vacuum (analyze) ${table}`)),
  ];
  const ends = await Promise.allSettled([
    countHeldWords(client).then(() => goThrough(client, steps)),
    ...others.map((other) => goThrough(other, steps)),
  ]);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  await client.query(`drop schema ${schema} cascade`);
}

/** One step after the other, as long as there are any that nobody has begun. */
async function goThrough(
  client: pg.Client,
  steps: ((client: pg.Client) => Promise<unknown>)[],
): Promise<void> {
  await client.query(giveUpWhenGone);
  await client.query(hurryCleaning);
  // Helpers would take their core from the index that all wait for.
  await client.query('set max_parallel_maintenance_workers = 0');
  for (let step = steps.shift(); step; step = steps.shift()) await step(client);
}

async function buildIndex(client: pg.Client, definition: string): Promise<void> {
  await client.query(`begin; ${memoryFor(definition)}`);
  // First, so that who comes after somebody that was killed waits for what is being built, and does not build it again.
  const { rowCount } = await client.query(
    `delete from ${schema}.index_set_aside where definition = $1`,
    [definition],
  );
  if (rowCount) await client.query(definition);
  await client.query('commit');
}

/**
 * An index of words is built from a tree of what was gathered. One that stays in the caches of the processor is walked twice as fast as one
 * that does not.
 */
const memoryFor = (definition: string) =>
  `set local maintenance_work_mem = '${definition.includes(' USING gin ') ? 16 : 256}MB'`;

/** Keeps large loads out until the end of the transaction, for one that makes the directory anew. Waits for one that is under way. */
export async function keepLoadsOut(client: pg.ClientBase): Promise<void> {
  await client.query('set local lock_timeout = 0; set local statement_timeout = 0');
  await client.query('select pg_advisory_xact_lock($1)', [lock]);
}

/** Settles for a load that was cut short, unless one is under way, which will do so itself. */
export async function mendLoad(client: pg.Client, say: Say): Promise<void> {
  if (!(await isUnsettled(client))) return;
  if (!(await hasEnded(client))) {
    say('A large load is under way; searches are slow until it is done');
    return;
  }
  if (await isUnsettled(client)) {
    say('A large load was cut short, and what it left undone is done now');
    await settleLoad(client, say);
  }
  await client.query('select pg_advisory_unlock($1)', [lock]);
}

/** Takes the lock of the loads. The database needs a moment to see that somebody was killed. */
async function hasEnded(client: pg.Client): Promise<boolean> {
  await client.query("set lock_timeout = '3s'");
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    return true;
  } catch (error) {
    if ((error as pg.DatabaseError).code === '55P03') return false;
    throw error;
  } finally {
    await client.query('reset lock_timeout');
  }
}

/** Whether a load is under way or was cut short. Anybody may ask. */
export async function isUnsettled(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_namespace where nspname = $1', [schema]);
  return rowCount === 1;
}
