import type { LinkKey } from '#server/access/link/LinkKey.ts';
import type { LinkSession } from '#server/access/link/linkSession.ts';
import { type Redeemed, redeemShortCode } from '#server/access/link/shortCode.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { forgetPerson } from '#server/person/forgetPerson.ts';

/**
 * Sletter seg selv. Forgets a person who asks for it by their own link, when they have shown the code that was sent to them: all that the
 * register says of them goes at once, and their links open nothing any more. A wrong code counts as a try, and nothing else is done.
 */
export const eraseByLink = (
  context: Context,
  key: LinkKey,
  session: Pick<LinkSession, 'hash' | 'recordId'>,
  code: string,
): Promise<Redeemed> =>
  inTransaction(context.database.pool, async (run) => {
    const { viewer, now } = context;
    if (!viewer) return 'gone';
    const redeemed = await redeemShortCode(run, key, session, 'erase', code, now);
    if (redeemed !== 'right') return redeemed;
    const { recordId: id } = session;
    await forgetPerson(run, { ...context, viewer }, { id, version: null, reason: null });
    await run(
      `update personal_link set revoked_at = $2 where record_kind = 'person' and record_id = $1 and revoked_at is null`,
      [id, now],
    );
    return redeemed;
  });
