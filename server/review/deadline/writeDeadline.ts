import type { DeadlineEffect } from '#schema/review/deadline/DeadlineEffect.ts';
import type { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { type FieldChange, rowMade, rowRemoved } from '#server/common/FieldChange.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';
import { Conflict } from '#server/problems.ts';
import { layOutDeadlines, lockDeadlines } from './layOutDeadlines.ts';

/** What becomes of the deadline of a trust and a kind: `months` from now on, none where it is null. */
interface Change {
  readonly trustId: string | null;
  readonly kind: OrganisationKind | null;
  readonly months: number | null;
  readonly seen: number | null;
}

interface Known {
  readonly id: string;
  readonly months: number;
}

/** Writes a deadline, tells of it in the change log and lays all out anew, in one transaction. Throws CONFLICT (DEADLINE_HAS_CHANGED). */
export const writeDeadline = (
  context: Context,
  verb: string,
  { trustId, kind, months, seen }: Change,
): Promise<DeadlineEffect> =>
  inTransaction(context.database.pool, async (run) => {
    await lockDeadlines(run);
    const [known] = await run<Known>(
      'select id, months from review_deadline where (trust_id, kind) is not distinct from ($1::uuid, $2::text)',
      [trustId, kind],
    );
    if ((known?.months ?? null) !== seen) throw new Conflict('DEADLINE_HAS_CHANGED');
    const id = known?.id ?? crypto.randomUUID();
    if (months === null) await run('delete from review_deadline where id = $1', [id]);
    else {
      await run(
        `insert into review_deadline (id, trust_id, kind, months, set_at, set_by) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do update set months = excluded.months, set_at = excluded.set_at, set_by = excluded.set_by`,
        [id, trustId, kind, months, context.now, context.viewer?.id ?? null],
      );
    }
    const fields = toldOf(id, { trustId, kind }, seen, months);
    await logChange(run, context, { verb }, { record: 'review_deadline', id, fields });
    return layOutDeadlines(run, context.today);
  });

function toldOf(
  id: string,
  whose: Readonly<Record<string, string | null>>,
  before: number | null,
  after: number | null,
): FieldChange[] {
  if (before === null) return rowMade(id, { ...whose, months: after });
  if (after === null) return rowRemoved(id, { ...whose, months: before });
  return [{ field: 'months', before, after }];
}
