import { ConsentMethod } from '#schema/person/ConsentMethod.ts';
import type { LinkKey } from '#server/access/link/LinkKey.ts';
import type { LinkSession } from '#server/access/link/linkSession.ts';
import { type Redeemed, redeemShortCode } from '#server/access/link/shortCode.ts';
import type { Permission } from '#server/access/permissions.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { withdrawConsent } from '#server/person/withdrawConsent.ts';
import { readConsents } from './readConsents.ts';

/**
 * Trekker samtykket selv. Withdraws a consent for the one who gave it, at once, when they have shown the code that was sent to them. The
 * code gives the right to do it for this one request.
 */
export async function withdrawByLink(
  context: Context,
  key: LinkKey,
  session: Pick<LinkSession, 'hash' | 'recordId'>,
  consentId: string,
  code: string,
): Promise<Redeemed> {
  const { viewer, database, now } = context;
  const consents = await readConsents(context, session.recordId);
  const consent = consents.find(({ id }) => id === consentId);
  if (!viewer || !consent) return 'gone';
  const redeemed = await inTransaction(database.pool, (run) =>
    redeemShortCode(run, key, session, 'consent', code, now),
  );
  if (redeemed !== 'right') return redeemed;
  const permissions = new Set<Permission>([...viewer.permissions, 'consent.write']);
  await withdrawConsent(
    { ...context, viewer: { ...viewer, permissions } },
    { id: consentId, expectedVersion: consent.version, method: ConsentMethod.PERSONAL_LINK },
  );
  return 'right';
}
