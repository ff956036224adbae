import pg from 'pg';
import type { TestProject } from 'vitest/node';

import { seedsFolder } from '#seeds/common/seedsFolder.ts';
import { keepVocabulary } from '#seeds/vocabulary/keepVocabulary.ts';
import { readVocabulary } from '#seeds/vocabulary/readVocabulary.ts';
import type { EmbeddedDatabase } from '#server/launch/embeddedDatabase.ts';
import { migrate } from '#server/migrate.ts';
import { openDatabase } from '#server/orm.ts';
import { openTestCluster } from './openTestCluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the superuser, who may make databases. */
    readonly clusterUrl: string;
    /** What the names of this run's databases begin with. */
    readonly run: string;
    /** Tables and vocabularies, no organisations, no people. Only ever cloned. */
    readonly templateUrl: string;
    /** The same, for tests that take back what they do: one for each worker, so that no two of them wait for each other's locks. */
    readonly sharedUrls: readonly string[];
  }
}

/** The secret of all tests. */
export const testSecret = Buffer.alloc(32, 7);

let cluster: EmbeddedDatabase | undefined;

/** Starts PostgreSQL for the whole run, and prepares what each test's database is cloned from. */
export async function setup({ provide, config }: TestProject): Promise<void> {
  cluster = await openTestCluster();
  const run = `samband_${process.pid}`;
  await forgetDatabases(cluster.url);
  const { url: templateUrl } = await migrate(
    await createDatabase(cluster.url, `${run}_template`),
    testSecret,
  );
  await loadVocabularies(templateUrl);
  const sharedUrls = [];
  for (let worker = 1; worker <= config.maxWorkers; worker++) {
    const shared = `${run}_shared_${worker}`;
    await createDatabase(cluster.url, shared, `${run}_template`);
    sharedUrls.push(inDatabase(templateUrl, shared));
  }
  provide('clusterUrl', cluster.url);
  provide('run', run);
  provide('templateUrl', templateUrl);
  provide('sharedUrls', sharedUrls);
}

/** Leaves nothing behind, and stops PostgreSQL unless another run still uses it. */
export async function teardown(): Promise<void> {
  if (!cluster) return;
  await forgetDatabases(cluster.url);
  await cluster.release();
}

/** The same server, account and password, another database. */
export function inDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** Makes a database, empty or a clone; gives its URL. */
export async function createDatabase(
  clusterUrl: string,
  database: string,
  template?: string,
): Promise<string> {
  const admin = new pg.Client({ connectionString: clusterUrl });
  await admin.connect();
  try {
    await admin.query(
      `create database "${database}"${template ? ` template "${template}"` : ''} strategy file_copy`,
    );
  } finally {
    await admin.end();
  }
  return inDatabase(clusterUrl, database);
}

/** Drops the databases of runs: ours, and those of runs that were killed. */
export async function forgetDatabases(clusterUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: clusterUrl });
  await admin.connect();
  const { rows } = await admin.query<{ datname: string }>(
    "select datname from pg_database where datname ~ '^samband_[0-9]+_'",
  );
  for (const { datname } of rows) {
    const [, pid] = datname.split('_');
    if (isOver(Number(pid))) await admin.query(`drop database if exists "${datname}" with (force)`);
  }
  await admin.end();
}

function isOver(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

async function loadVocabularies(url: string): Promise<void> {
  const database = await openDatabase({ url, poolSize: 1 });
  try {
    const vocabulary = readVocabulary(seedsFolder);
    await database.orm.em.fork().transactional((em) => keepVocabulary(em, vocabulary));
  } finally {
    await database.close();
  }
}
