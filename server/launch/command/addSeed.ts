import type { Command } from 'commander';

import { readConfiguration } from '#server/configuration.ts';
import { opened } from './opened.ts';
import { answer, say } from './say.ts';

async function seed(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const samband = await opened(configuration);
  const { lackOf, loadRegister } = await import('#server/launch/loadRegister.ts');
  const { world } = await lackOf(samband, configuration);
  await loadRegister(samband, { reference: true, world }, say);
  const { rows } = await samband.database.pool.query<{ organisations: number; people: number }>(
    `select (select count(*) from organisation)::integer as organisations,
       (select count(*) from person)::integer as people`,
  );
  answer(
    `The register holds ${rows[0]?.organisations} organisations and ${rows[0]?.people} people.`,
  );
}

/** Fyller registeret. */
export function addSeed(program: Command): void {
  program
    .command('seed')
    .description(
      'Load the reference data, and into the register of a demo without people an invented world.',
    )
    .action(seed);
}
