import { type Scope, scopeOf } from '#server/access/scope.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { Task } from '#server/common/job/Jobs.ts';
import type { Context } from '#server/context.ts';
import { batchTypes } from './batchChanges.ts';
import { endUndoing, undoSome } from './undoBatch.ts';

const first = '00000000-0000-0000-0000-000000000000';

/** On whose behalf something is done that was asked for before. */
export type ContextFor = (author: {
  readonly id: string | null;
  readonly via: string;
  readonly scope: Scope;
}) => Context;

/**
 * Angrer et stort parti. Takes back a batch piece by piece, each in a transaction of its own: whoever is killed in the middle has undone
 * some, and the next goes on with the rest.
 */
export const undoBatchTask =
  (contextFor: ContextFor): Task =>
  async ({ batchId = '', reason = '', byId = '', via = 'system', scope: areas = 'null' }) => {
    const scope = scopeOf(JSON.parse(areas) as number[] | null);
    const context = contextFor({ id: byId || null, via, scope });
    const { pool } = context.database;
    let kept = 0;
    for (const [place] of batchTypes.entries()) {
      for (let after: string | null = first; after !== null;) {
        const from: string = after;
        const done = await inTransaction(pool, (run) =>
          undoSome(run, context, { batchId, reason, scope }, place, from),
        );
        kept += done.kept;
        after = done.last;
      }
    }
    await inTransaction(pool, (run) => endUndoing(run, batchId, kept));
  };
