import type { Command } from 'commander';

import { readConfiguration } from '#server/configuration.ts';
import { opened } from './opened.ts';
import { answer, say } from './say.ts';

async function importFrom(
  file: string,
  { mapping, dryRun = false, yes = false }: { mapping?: string; dryRun?: boolean; yes?: boolean },
): Promise<void> {
  const samband = await opened(readConfiguration(process.env));
  const [{ surroundingsOf }, { contextForOthers }, { importFile }] = await Promise.all([
    import('#server/launch/openSamband.ts'),
    import('#server/workRoom.ts'),
    import('#server/launch/importFile.ts'),
  ]);
  const contextFor = contextForOthers(await surroundingsOf(samband), () => new Date());
  const agree = async (question: string) =>
    yes || (process.stdin.isTTY && (await saidYes(question)));
  await importFile(
    contextFor({ id: null, via: 'system', scope: null }),
    { file, mapping, dryRun, agree },
    { say, answer },
  );
}

async function saidYes(question: string): Promise<boolean> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(y|yes|j|ja)$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}

/** Henter inn virksomheter fra en fil. */
export function addImport(program: Command): void {
  program
    .command('import')
    .argument('<file>', 'CSV or Excel (.xlsx)')
    .description(
      'Bring in organisations from a spreadsheet, as one batch that can be undone. The rows that are refused are written beside it, with line and reason.',
    )
    .option('--mapping <file>', 'what the columns say, as JSON: {"heading": "field"}')
    .option('--dry-run', 'only tell what would be done')
    .option('--yes', 'do it without asking')
    .action(importFrom);
}
