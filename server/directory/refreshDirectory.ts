import type { Run } from '#server/common/inTransaction.ts';
import { render } from '#server/common/sql.ts';
import { countWords } from './countWords.ts';
import { entryOf } from './entryOf.ts';
import { kept } from './entryRows.ts';
import { recordOf, type RecordRow, recordsSql } from './recordsOf.ts';
import { type AreaParents, lockAll, refreshEntries } from './refreshEntries.ts';

const BATCH = 2_000;

/**
 * Oppdaterer søket. Makes the directory say what the tables say: of these records, of the people who belong to these organisations,
 * and of the words in them; of everything when no records are named.
 *
 * To be run in the transaction that changed the tables. `today` decides which affiliations hold. Gives the number of entries made.
 */
export async function refreshDirectory(
  run: Run,
  today: string,
  ids?: readonly string[],
): Promise<number> {
  const areas = await run<{ number: number; parent: number | null }>(
    'select number, parent_number as parent from area',
  );
  const parentOf = new Map(areas.map(({ number, parent }) => [number, parent]));
  if (!ids) return refreshAll(run, today, parentOf);
  const { entries, written } = await refreshEntries(run, today, ids, parentOf);
  await written;
  return entries;
}

async function refreshAll(run: Run, today: string, parentOf: AreaParents): Promise<number> {
  await run('set local statement_timeout = 0');
  // Between two statements a busy machine may think for long.
  await run('set local idle_in_transaction_session_timeout = 0');
  await run(lockAll);
  for (const table of ['directory_entry', 'directory_word', 'directory_deletion']) {
    await run(`delete from ${table}`);
  }
  const ids = await run<{ id: string }>(
    'select id from organisation union all select id from person',
  );
  const uses = new Map<string, number>();
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH).map(({ id }) => id);
    const rows = await run<RecordRow>(recordsSql('$1', '$2'), [batch, today]);
    const entries = rows.map((row) => entryOf(recordOf(row), parentOf));
    for (const { words } of entries) {
      for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
    }
    const { text, values } = render(kept(entries, { areYoung: false }));
    await run(text, values);
  }
  await countWords(run, uses);
  return ids.length;
}
