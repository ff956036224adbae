import type { Command } from 'commander';

import { readConfiguration } from '#server/configuration.ts';
import { LaunchProblem } from '#server/launch/LaunchProblem.ts';
import { opened } from './opened.ts';
import { answer, say } from './say.ts';

async function verifyReads({ through }: { through?: string }): Promise<void> {
  const known = through === undefined ? null : /^(\d+):([0-9a-f]{64})$/.exec(through);
  if (through !== undefined && !known) {
    throw new LaunchProblem(
      '--through must be a batch and its hash as this command prints them, such as 17:5f3c….',
    );
  }
  const { database } = await opened(readConfiguration(process.env));
  const { verifyReadLog } = await import('#server/access/verifyReadLog.ts');
  const { fault, batches, reads, head } = await verifyReadLog(
    database.pool,
    new Date(),
    known && { batch: Number(known[1]), hash: known[2] as string },
  );
  if (fault) throw new LaunchProblem(fault);
  answer(`The read log is whole: ${reads} reads in ${batches} batches.`);
  answer(`It ends at ${head.batch}:${head.hash}`);
  say('Keep its end apart from the database: --through tells later whether anything was cut off.');
}

/** Etterprøver leseloggen. */
export function addVerifyReadLog(program: Command): void {
  program
    .command('verify-read-log')
    .description(
      'Work out anew whether the log of who has read how people are reached is as it was written.',
    )
    .option('--through <batch:hash>', 'an end that was printed before, and kept elsewhere')
    .action(verifyReads);
}
