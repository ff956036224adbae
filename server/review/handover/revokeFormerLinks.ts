import { revokeLink } from '#server/access/link/revokeLink.ts';
import type { Run } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';

/**
 * Trekker gamle lenker. Whoever has handed over opens nothing any more: neither by the link that they said so by, nor by those to their own
 * record. Gives the identifiers of those that lived, so that they can live again.
 */
export async function revokeFormerLinks(
  run: Run,
  context: Context,
  { linkId, personId }: { readonly linkId: string | null; readonly personId: string | null },
): Promise<string[]> {
  const lived = await run<{ id: string }>(
    `select id from personal_link where (id = $1 or (record_kind = 'person' and record_id = $2)) and revoked_at is null
     order by id for update`,
    [linkId, personId],
  );
  for (const { id } of lived) await revokeLink(run, context, { id, reason: null });
  return lived.map(({ id }) => id);
}

/** De virker igjen. What was taken back by mistake opens what it did. */
export const restoreLinks = (run: Run, ids: readonly string[]): Promise<unknown> =>
  run('update personal_link set revoked_at = null where id = any($1::uuid[])', [ids]);
