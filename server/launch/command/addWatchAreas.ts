import type { Command } from 'commander';

import { readConfiguration } from '#server/configuration.ts';
import { opened } from './opened.ts';
import { noAnswer, openedRegisters } from './openedRegisters.ts';
import { answer } from './say.ts';

async function watchMunicipalities({ adopt }: { adopt?: boolean }): Promise<void> {
  const configuration = readConfiguration(process.env);
  const registers = await openedRegisters(configuration, 'KLASS_URL');
  const { pool } = (await opened(configuration)).database;
  const { watchAreas } = await import('#server/directory/register/watchAreas.ts');
  const { changes, missing } = await watchAreas({ pool, registers, clock: () => new Date() }).catch(
    noAnswer,
  );
  for (const { oldCode, oldName, changedOn, successors } of changes) {
    const into = successors.map(({ code, name }) => `${code} ${name}`).join(' or ');
    answer(`${oldCode} ${oldName} is ${into} from ${changedOn}`);
  }
  answer(
    changes.length > 0
      ? 'Organisations that belong to those are on the work list from that day.'
      : 'No municipality has changed that we had not heard of.',
  );
  if (!missing.length) return;
  if (!adopt) {
    const codes = missing.map(({ code, name }) => `${code} ${name}`).join(', ');
    answer(`Samband does not have ${codes}: run it with --adopt to take them in.`);
    return;
  }
  const { adoptAreas } = await import('#server/directory/register/adoptAreas.ts');
  const { adopted, homeless } = await adoptAreas(pool);
  if (adopted.length) answer(`Taken in: ${adopted.join(', ')}. Start Samband anew to see them.`);
  if (homeless.length) answer(`Not taken in, for we lack their county: ${homeless.join(', ')}.`);
}

/** Følger med på kommunene. */
export function addWatchAreas(program: Command): void {
  program
    .command('watch-areas')
    .description(
      'Ask Klass which municipalities have changed. A server does it each Monday by itself.',
    )
    .option('--adopt', 'take new municipalities into our list of areas')
    .action(watchMunicipalities);
}
