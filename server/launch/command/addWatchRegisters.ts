import type { Command } from 'commander';

import { readConfiguration } from '#server/configuration.ts';
import { opened } from './opened.ts';
import { noAnswer, openedRegisters } from './openedRegisters.ts';
import { answer } from './say.ts';

async function watchOthers(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const registers = await openedRegisters(configuration, 'BRREG_URL');
  const { pool } = (await opened(configuration)).database;
  const { watchRegisters } = await import('#server/directory/register/watchRegisters.ts');
  const { areasByCode } = await import('#server/directory/register/registerTasks.ts');
  const { updates, looks, proposals, left } = await watchRegisters({
    pool,
    registers,
    clock: () => new Date(),
    areaOf: await areasByCode(pool),
  }).catch(noAnswer);
  answer(
    `${updates} happenings were read and ${looks} organisations looked up: ${proposals} new proposals on the work list.`,
  );
  if (left > 0) answer(`${left} could not be looked up, and wait for the next time.`);
}

/** Følger med på registrene i Brønnøysund. */
export function addWatchRegisters(program: Command): void {
  program
    .command('watch-registers')
    .description(
      'Read what has happened in Enhetsregisteret since the last time, and propose what is news of our organisations. A server does it each morning by itself.',
    )
    .action(watchOthers);
}
