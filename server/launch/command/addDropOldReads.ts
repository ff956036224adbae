import type { Command } from 'commander';

import { readConfiguration } from '#server/configuration.ts';
import { opened, things } from './opened.ts';
import { answer } from './say.ts';

async function dropReads(): Promise<void> {
  const { ownerUrl } = await opened(readConfiguration(process.env));
  const { dropOldReads, monthsKept } = await import('#server/access/dropOldReads.ts');
  const { default: pg } = await import('pg');
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  things.add(() => owner.end());
  const months = await dropOldReads(owner, new Date());
  for (const month of months) answer(month);
  answer(
    months.length > 0
      ? 'The reads of these months are gone; the chain stays.'
      : `No reads are older than ${monthsKept} months: nothing was dropped.`,
  );
}

/** Sletter gamle oppslag av leseloggen. */
export function addDropOldReads(program: Command): void {
  program
    .command('drop-old-reads')
    .description('Drop the months of the read log that are older than 24 months.')
    .action(dropReads);
}
