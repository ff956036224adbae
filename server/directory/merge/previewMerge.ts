import type { MergeCount, MergePreview } from '#schema/directory/merge/MergePreview.ts';
import type { RecordKind } from '#schema/directory/RecordKind.ts';
import { may } from '#server/access/ensure.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { Conflict, InvalidInput } from '#server/problems.ts';
import { findBoth } from './findBoth.ts';
import { joined, type Joined } from './joined.ts';
import { mergeableOf } from './Mergeable.ts';
import { mayMerge } from './mergeRules.ts';
import { itself, type RowChange } from './rowChanges.ts';

/** Carries what was found out of a transaction that is taken back. */
class TakenBack extends Error {
  constructor(readonly merge: Joined) {
    super('Taken back');
  }
}

/**
 * Forhåndsviser. What a merge would do: it is done, counted and taken back, so that what is said is what happens.
 *
 * Throws NOT_FOUND, INVALID_INPUT.
 */
export async function previewMerge(
  context: Context,
  kind: RecordKind,
  { survivorId, loserId }: { readonly survivorId: string; readonly loserId: string },
): Promise<MergePreview> {
  if (survivorId.toLowerCase() === loserId.toLowerCase()) {
    throw new InvalidInput({ loserId: 'SAME_AS_SURVIVOR' });
  }
  const of = mergeableOf(kind);
  const both = await findBoth(context, of, [survivorId, loserId]);
  const nothing = { survivorId, loserId, counts: [], haveDifferentNumbers: false };
  if (!may(mayMerge, context.viewer, both)) return { ...nothing, refusal: 'FORBIDDEN' };
  try {
    const { changes, haveDifferentNumbers } = await inTransaction(
      context.database.pool,
      async (run): Promise<Joined> => {
        throw new TakenBack(
          await joined(run, context, of, { survivorId, loserId, taken: new Set() }),
        );
      },
    ).catch((error: unknown) => {
      if (error instanceof TakenBack) return error.merge;
      throw error;
    });
    return { ...nothing, haveDifferentNumbers, counts: countsOf(changes, loserId), refusal: null };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return { ...nothing, refusal: String(error.extensions['reason']) };
  }
}

function countsOf(changes: readonly RowChange[], loserId: string): MergeCount[] {
  const belonging = changes.filter(
    ({ relation }) => relation !== itself && !relation.startsWith('decisions'),
  );
  return [...Map.groupBy(belonging, ({ relation }) => relation)].map(([what, those]) => {
    const isMoved = ({ before, after }: RowChange) =>
      before !== null && after !== null && Object.values(before).includes(loserId.toLowerCase());
    return {
      what,
      moved: those.filter(isMoved).length,
      same: those.filter(({ after }) => after === null).length,
      changed: those.filter((it) => it.before && it.after && !isMoved(it)).length,
    };
  });
}
