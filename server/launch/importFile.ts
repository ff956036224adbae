import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { ImportField } from '#schema/directory/import/ImportField.ts';
import { ImportPolicy } from '#schema/directory/import/ImportPolicy.ts';
import type { Context } from '#server/context.ts';
import { applyImport } from '#server/directory/import/applyImport.ts';
import { discardImport } from '#server/directory/import/discardImport.ts';
import { flawWords, saidIn } from '#server/directory/import/flawWords.ts';
import { limits } from '#server/directory/import/limits.ts';
import { countsOf } from '#server/directory/import/listImports.ts';
import {
  mapImportColumns,
  type MappedColumnInput,
} from '#server/directory/import/mapImportColumns.ts';
import { planImport } from '#server/directory/import/planImport.ts';
import { refusedRows } from '#server/directory/import/refusedRows.ts';
import type { Flaw } from '#server/directory/import/SheetRow.ts';
import { stageFile } from '#server/directory/import/stageFile.ts';
import { startImport } from '#server/directory/import/startImport.ts';
import { InvalidInput } from '#server/problems.ts';
import { LaunchProblem } from './LaunchProblem.ts';
import type { Say } from './openSamband.ts';

/** How a file is imported from a terminal. */
export interface ImportCommand {
  readonly file: string;
  /** A file of JSON: `{"heading": "field"}`, or `{"heading": {"field": "…", "policy": "…"}}`. */
  readonly mapping?: string | undefined;
  readonly dryRun: boolean;
  /** Asks whether it is to be done; where nobody is to be asked, says yes. */
  readonly agree: (question: string) => Promise<boolean>;
}

const pause = 1_000;

/**
 * Importerer fra kommandolinjen. As the screens do, for nobody in particular and for the whole country: reads, compares, tells what it
 * would do, asks, and does it. Rows that are refused are written beside the file. Gives whether all went as asked.
 */
export async function importFile(
  context: Context,
  { file, mapping, dryRun, agree }: ImportCommand,
  { say, answer }: { readonly say: Say; readonly answer: Say },
): Promise<void> {
  const id = await stageFile(context, { name: basename(file), bytes: await contentOf(file) }).catch(
    (error: unknown) => {
      if (!(error instanceof InvalidInput)) throw error;
      const { file: reason = '' } = error.extensions['fields'] as Record<string, string>;
      throw new LaunchProblem(`${file}: ${saidIn('en', `import.file.${reason}`)}`);
    },
  );
  if (mapping) await mapBy(context, id, mapping);
  await told(context, id, say, 'compared', () => beside(() => planImport(context, id)));
  const counts = await countsOf(context, id);
  const { added, changed, left, refused } = counts;
  answer(`${added} to add, ${changed} to change, ${left} already there, ${refused} refused.`);
  if (refused) {
    const beside = `${file.replace(/\.[^.]*$/, '')}.refused.csv`;
    const words = {
      line: 'line',
      reason: 'reason',
      wording: (flaw: Flaw) => flawWords(flaw, 'en'),
    };
    let text = '';
    for await (const row of refusedRows(context, id, words)) text += row;
    await writeFile(beside, text);
    answer(`The refused rows are in ${beside}, with line and reason.`);
  }
  if (dryRun || added + changed === 0) {
    await discardImport(context, id);
    answer('Nothing was written.');
    return;
  }
  if (!(await agree(`Write ${added + changed} organisations into the register?`))) {
    await discardImport(context, id);
    throw new LaunchProblem('Nothing was written.');
  }
  await startImport(context, { importId: id, expectedAdded: added, expectedChanged: changed });
  await told(context, id, say, 'written', () => beside(() => applyImport(context, id)));
  const { rows } = await context.database.pool.query<{ id: string; made: number; changed: number }>(
    'select b.id, b.made, b.changed from import i join batch b on b.id = i.batch_id where i.id = $1',
    [id],
  );
  const [batch] = rows;
  answer(
    `${batch?.made} organisations were added and ${batch?.changed} changed, in batch ${batch?.id}.`,
  );
}

const lockTimeout = '55P03';

/** A server that is up does the same work as a job, in its turns with ours: whoever has waited for it too long goes on where both have come to. */
async function beside(work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: string }).code !== lockTimeout) throw error;
    }
  }
}

async function contentOf(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > limits.file) {
      throw new LaunchProblem(`${file} is larger than ${limits.file / 1024 / 1024} MB: divide it.`);
    }
    return await readFile(file);
  } catch (error) {
    if (error instanceof LaunchProblem) throw error;
    throw new LaunchProblem(`${file} cannot be read: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

async function mapBy(context: Context, id: string, file: string): Promise<void> {
  const { rows } = await context.database.pool.query<{ headings: string[]; version: number }>(
    'select headings, version from import where id = $1',
    [id],
  );
  const { headings = [], version = 1 } = rows[0] ?? {};
  let said: unknown;
  try {
    said = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new LaunchProblem(`--mapping ${file}: ${(error as Error).message}`, { cause: error });
  }
  const columns = Object.entries(said as Record<string, unknown>).map(([heading, meant]) => {
    const column = headings.findIndex((it) => it.toLowerCase() === heading.toLowerCase());
    if (column === -1) {
      throw new LaunchProblem(
        `--mapping: the file has no heading "${heading}"; it has ${headings.join(', ')}.`,
      );
    }
    return { column, ...meaningOf(heading, meant) };
  });
  await mapImportColumns(context, { importId: id, expectedVersion: version, columns }).catch(
    (error: unknown) => {
      throw error instanceof InvalidInput
        ? new LaunchProblem(`--mapping: ${error.message}`)
        : error;
    },
  );
}

function meaningOf(heading: string, meant: unknown): Pick<MappedColumnInput, 'field' | 'policy'> {
  const { field, policy = null } =
    typeof meant === 'string'
      ? { field: meant }
      : ((meant ?? {}) as { field?: string; policy?: string });
  const fields = Object.values(ImportField);
  const policies = Object.values(ImportPolicy);
  const found = fields.find((it) => it === field);
  if (!found) {
    throw new LaunchProblem(`--mapping: "${heading}" must be one of ${fields.join(', ')}.`);
  }
  if (policy !== null && !policies.some((it) => it === policy)) {
    throw new LaunchProblem(
      `--mapping: the policy of "${heading}" must be one of ${policies.join(', ')}.`,
    );
  }
  return { field: found, policy: policy as ImportPolicy | null };
}

/** Tells how far the work has come while it lasts. */
async function told(
  { database }: Context,
  id: string,
  say: Say,
  what: string,
  work: () => Promise<void>,
): Promise<void> {
  let last = 0;
  const timer = setInterval(() => {
    void database.pool
      .query<{ done: number; rows: number }>('select done, rows from import where id = $1', [id])
      .then(({ rows: [it] }) => {
        if (it && it.done > last) say(`  ${it.done} of ${it.rows} rows ${what}`);
        last = it?.done ?? last;
      })
      .catch(() => undefined);
  }, pause);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
}
