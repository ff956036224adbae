import type { Run } from '#server/common/inTransaction.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';

/** Trekker tilbake. The link opens nothing from the next request on, nor do the sessions that it has opened. Once is enough. */
export async function revokeLink(
  run: Run,
  by: Pick<Context, 'viewer' | 'now' | 'requestId'>,
  { id, reason }: { readonly id: string; readonly reason: string | null },
): Promise<void> {
  const [revoked] = await run(
    'update personal_link set revoked_at = $2 where id = $1 and revoked_at is null returning id',
    [id, by.now],
  );
  if (!revoked) return;
  const fields = [{ field: 'revokedAt', before: null, after: by.now.toISOString() }];
  await logChange(
    run,
    by,
    { verb: 'revokePersonalLink', reason },
    { record: 'personal_link', id, fields },
  );
}
