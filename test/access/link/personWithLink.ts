import { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { PersonalLinkPurpose } from '#schema/access/PersonalLinkPurpose.ts';
import { Purpose } from '#schema/access/Purpose.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { aConsent, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { issueLink } from '#server/access/link/issueLink.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { personalKey } from '#test/support/world.ts';
import type { LinkDesk, Opening } from './LinkDesk.ts';

/** A person with an address and a yes, and the letter with the link to themselves. */
export async function personWithLink(
  desk: LinkDesk,
): Promise<Opening & { readonly personId: string; readonly consentId: string }> {
  const person = aPerson({ givenName: 'Synne', familyName: 'Prøve' });
  await desk.world.has(person);
  const point = aPersonalContactPoint(person, personalKey, {
    channel: ContactChannel.EMAIL,
    value: 'synne@example.org',
  });
  const consent = aConsent(person, Purpose.CRISIS);
  await desk.world.has(point, consent);
  const before = desk.office.received.length;
  await inTransaction(desk.pool, (run) =>
    issueLink(
      run,
      desk.key,
      { viewer: desk.editor(), now: desk.clock.now, requestId: 'test' },
      {
        recordKind: 'person',
        recordId: person.id,
        contactPointId: point.id,
        purpose: PersonalLinkPurpose.REVIEW,
        language: LinkLanguage.NB,
        expiresOn: '2026-12-24',
        issuedBy: desk.editor().id,
      },
    ),
  );
  return { ...(await desk.opening(before)), personId: person.id, consentId: consent.id };
}
