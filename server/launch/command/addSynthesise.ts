import { availableParallelism } from 'node:os';

import type { Command } from 'commander';

import { readConfiguration } from '#server/configuration.ts';
import { LaunchProblem } from '#server/launch/LaunchProblem.ts';
import { opened } from './opened.ts';
import { answer, say } from './say.ts';

const mostOrganisations = 9_999_999;

const longestSeed = 100;

/** The database needs as much as they do. */
const THREADS = Math.min(2, availableParallelism());

async function synthesise({
  organisations,
  seed,
}: {
  organisations: string;
  seed: string;
}): Promise<void> {
  const count = Number(organisations);
  if (!/^\d+$/.test(organisations) || count < 1 || count > mostOrganisations) {
    throw new LaunchProblem(
      `--organisations must be a whole number from 1 to ${mostOrganisations}, and is "${organisations}".`,
    );
  }
  if (seed.trim() === '' || seed.length > longestSeed) {
    throw new LaunchProblem(`--seed must be a text of 1 to ${longestSeed} characters.`);
  }
  const configuration = readConfiguration(process.env);
  if (!configuration.isDemo) {
    throw new LaunchProblem(
      'This register is not a demo, and nothing invented may get into it: set SAMBAND_DEMO=on only where nobody depends on what the register says.',
    );
  }
  const samband = await opened(configuration);
  const { lackOf, loadRegister } = await import('#server/launch/loadRegister.ts');
  const lack = await lackOf(samband, configuration);
  if (lack.reference || lack.world) await loadRegister(samband, lack, say);
  const { synthesise: fill } = await import('#server/launch/synthesise.ts');
  const begun = Date.now();
  const made = await fill(samband, { organisations: count, seed, threads: THREADS }, say).catch(
    fullDisk,
  );
  const seconds = Math.round((Date.now() - begun) / 1000);
  answer(
    made > 0
      ? `${made} organisations and ${made * 3} people were made in ${seconds} s.`
      : 'They were there already: nothing was made.',
  );
}

function fullDisk(error: unknown): never {
  if ((error as { code?: string }).code !== '53100') throw error;
  throw new LaunchProblem(
    'The disk of the database is full: free some space and run it again, and it goes on from where it came to.',
    { cause: error },
  );
}

/** Dikter opp et stort register. */
export function addSynthesise(program: Command): void {
  program
    .command('synthesise')
    .description(
      'Fill the register of a demo with so many invented organisations, and three times as many people. It may be stopped and run again: it makes what is missing.',
    )
    .requiredOption(
      '--organisations <number>',
      `how many there are to be, from 1 to ${mostOrganisations}`,
    )
    .option(
      '--seed <text>',
      'what they follow from: the same seed gives the same register',
      'samband',
    )
    .action(synthesise);
}
