import type { Run } from '#server/common/inTransaction.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';

/** Avsluttede samtykker. A no that was said while two records were one was said for both. */
export async function endWhatWasWithdrawn(
  run: Run,
  context: Context,
  {
    survivorId,
    loserId,
    mergedAt,
  }: { readonly survivorId: string; readonly loserId: string; readonly mergedAt: string },
): Promise<void> {
  const ended = await run<{ id: string; at: string; by: string }>(
    `update consent c set version = c.version + 1, withdrawn_at = no.withdrawn_at, withdrawn_by = no.withdrawn_by
     from consent no
     where c.person_id in ($1, $2) and no.person_id in ($1, $2) and no.purpose = c.purpose and c.withdrawn_at is null
       and no.withdrawn_at >= $3::timestamptz and c.given_at < no.withdrawn_at
     returning c.id, c.withdrawn_at as at, c.withdrawn_by as by`,
    [survivorId, loserId, mergedAt],
  );
  for (const { id, at, by } of ended) {
    const fields = [
      { field: 'withdrawnAt', before: null, after: new Date(at).toISOString() },
      { field: 'withdrawnBy', before: null, after: by },
    ];
    await logChange(run, context, { verb: 'unmerge' }, { record: 'consent', id, fields });
  }
}
