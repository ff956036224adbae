import pg from 'pg';

import type { Configuration, GivenDatabase } from '#server/configuration.ts';
import { migrate } from '#server/migrate.ts';
import { whyNot } from './openSamband.ts';
import { personalSecret } from './personalSecret.ts';

/**
 * Brings a given database up to date by the role that may, and lets the server's own role read and write what came.
 *
 * Gives the names of the migrations that were run.
 */
export async function migrateByHand(
  { url, migrateUrl }: GivenDatabase,
  configuration: Configuration,
): Promise<readonly string[]> {
  const [owner, setting] = migrateUrl
    ? [migrateUrl, 'DATABASE_MIGRATE_URL']
    : [url, 'DATABASE_URL'];
  try {
    const { ran } = await migrate(owner, personalSecret(configuration));
    if (migrateUrl) await letWork(owner, decodeURIComponent(new URL(url).username));
    return ran;
  } catch (error) {
    throw whyNot(error, owner, setting);
  }
}

async function letWork(owner: string, user: string): Promise<void> {
  if (user === '' || user === 'samband_app') return;
  const client = new pg.Client({ connectionString: owner, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query(`grant samband_app to ${client.escapeIdentifier(user)}`);
  } finally {
    await client.end();
  }
}
