import type pg from 'pg';

import { inTransaction } from '#server/common/inTransaction.ts';
import type { Vocabulary } from '#server/vocabulary/Vocabulary.ts';
import { areaParents } from './areaParents.ts';
import { refreshEntries } from './refreshEntries.ts';

/** A correction whose entry has still to be made. */
interface Owed {
  readonly id: string;
  readonly isRenamed: boolean;
}

/**
 * Gjør opp. Makes the entries of what was corrected say what the tables say, each once however often it was corrected, and takes it from the
 * backlog in the same transaction. Gives how many entries were made.
 *
 * Of two at once, the second waits for the first and finds nothing left. What is corrected meanwhile has a row of its own, for the next
 * time. Nobody waits for the disk: where this is lost, so is that it was done.
 */
export function settleBacklog(
  pool: Pick<pg.Pool, 'connect'>,
  { vocabulary, today }: { readonly vocabulary: Vocabulary; readonly today: string },
): Promise<number> {
  return inTransaction(pool, async (run) => {
    void run('set local synchronous_commit = off');
    const owed = await run<Owed>(
      'delete from directory_backlog returning record_id as id, is_renamed as "isRenamed"',
    );
    if (!owed.length) return 0;
    const ids = new Set(owed.map(({ id }) => id));
    const renamed = new Set(owed.flatMap(({ id, isRenamed }) => (isRenamed ? [id] : [])));
    const { entries } = await refreshEntries(run, today, [...ids], areaParents(vocabulary), {
      renamed: [...renamed],
      areYoung: true,
    });
    return entries;
  });
}
