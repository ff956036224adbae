import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import type { LinkKey } from '#server/access/link/LinkKey.ts';
import type { LinkSession } from '#server/access/link/linkSession.ts';
import { type Redeemed, redeemShortCode } from '#server/access/link/shortCode.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import type { NamedSuccessor } from './NamedSuccessor.ts';
import { nameSuccessor } from './nameSuccessor.ts';

/** What somebody who came by a link says. */
export interface HandingOver {
  readonly organisationId: string;
  readonly affiliationId: string | null;
  readonly language: LinkLanguage;
  readonly successor: NamedSuccessor;
}

/**
 * Overleverer ved lenke. Notes who has taken over, when whoever says so has shown the code that was sent to the address on file: a link
 * that has gone astray names nobody. A wrong code counts as a try, and nothing else is done.
 */
export const handOverByLink = (
  context: Context,
  key: LinkKey,
  session: Pick<LinkSession, 'hash' | 'linkId'>,
  code: string,
  handing: HandingOver,
): Promise<Redeemed> =>
  inTransaction(context.database.pool, async (run) => {
    const redeemed = await redeemShortCode(run, key, session, 'hand_over', code, context.now);
    if (redeemed !== 'right') return redeemed;
    await nameSuccessor(run, key, context, {
      ...handing,
      id: crypto.randomUUID(),
      linkId: session.linkId,
      through: VerificationMethod.LINK,
    });
    return redeemed;
  });
