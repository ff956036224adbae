import type { Command } from 'commander';

import { readConfiguration } from '#server/configuration.ts';
import { opened } from './opened.ts';
import { answer } from './say.ts';

async function migrate(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const { migrateByHand } = await import('#server/launch/migrateByHand.ts');
  const ran = configuration.database
    ? await migrateByHand(configuration.database, configuration)
    : (await opened(configuration)).migrated;
  for (const name of ran) answer(name);
  answer(ran.length > 0 ? 'The tables are up to date now.' : 'The tables were up to date.');
}

/** Bringer tabellene à jour. */
export function addMigrate(program: Command): void {
  program.command('migrate').description('Bring the tables up to date.').action(migrate);
}
