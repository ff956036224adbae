import pg from 'pg';
import type { TestProject } from 'vitest/node';

import { Area } from '#schema/vocabulary/Area.ts';
import { Community } from '#schema/vocabulary/Community.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { Topic } from '#schema/vocabulary/Topic.ts';
import { keepTrue } from '#seeds/common/keepTrue.ts';
import { seedsFolder } from '#seeds/common/seedsFolder.ts';
import { readVocabulary } from '#seeds/vocabulary/readVocabulary.ts';
import { type EmbeddedDatabase, openEmbeddedDatabase } from '#server/launch/embeddedDatabase.ts';
import { migrate } from '#server/migrate.ts';
import { openDatabase } from '#server/orm.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the superuser, who may make databases. */
    readonly clusterUrl: string;
    /** Tables and vocabularies, no organisations, no people. Only ever cloned. */
    readonly templateUrl: string;
  }
}

/** The secret of all tests. */
export const testSecret = Buffer.alloc(32, 7);

let cluster: EmbeddedDatabase | undefined;

/** Starts PostgreSQL for the whole run, and prepares what each test's database is cloned from. */
export async function setup({ provide }: TestProject): Promise<void> {
  cluster = await openEmbeddedDatabase({
    dataDir: '.data/test',
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  await forgetOldDatabases(cluster.url);
  const templateUrl = await createDatabase(cluster.url, 'samband_template');
  const { url } = await migrate(templateUrl, testSecret);
  await loadVocabularies(url);
  provide('clusterUrl', cluster.url);
  provide('templateUrl', url);
}

/** Stops PostgreSQL, unless another run still uses it. */
export async function teardown(): Promise<void> {
  await cluster?.release();
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
  const url = new URL(clusterUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** What an earlier run left, killed perhaps, is in nobody's way. */
async function forgetOldDatabases(clusterUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: clusterUrl });
  await admin.connect();
  const { rows } = await admin.query<{ datname: string }>(
    "select datname from pg_database where datname like 'samband\\_%'",
  );
  for (const { datname } of rows) await admin.query(`drop database "${datname}" with (force)`);
  await admin.end();
}

async function loadVocabularies(url: string): Promise<void> {
  const database = await openDatabase({ url, poolSize: 1 });
  try {
    const { areas, languages, topics, communities } = readVocabulary(seedsFolder);
    await database.orm.em.fork().transactional(async (em) => {
      await keepTrue(em, Area, 'number', [...areas.values()]);
      await keepTrue(em, Language, 'number', [...languages.values()]);
      await keepTrue(em, Topic, 'number', [...topics.values()]);
      await keepTrue(em, Community, 'number', [...communities.values()]);
    });
  } finally {
    await database.close();
  }
}
