import type { Purpose } from '#client/access/purpose.ts';
import { graphql, type ResultOf } from '#client/graphql.ts';

export const consents_consent = graphql(`
  fragment consents_consent on Consent {
    id
    version
    purpose
    givenAt
    method
    textVersion
    textLanguage
    expiresOn
    withdrawnAt
    withdrawnBy
  }
`);

export type Consent = ResultOf<typeof consents_consent>;

/** Formål som noen kan si ja til. Who asks what is kept of them needs nobody's yes. */
export const consentPurposes = ['CRISIS', 'MEETING', 'COUNCIL', 'REGISTER_CARE'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** Måter å si ja eller nei på til noen som noterer det; on their own page people do it themselves. */
export const heardMethods = ['PHONE', 'MEETING', 'EMAIL', 'PAPER'] as const;

export type ConsentState = 'holds' | 'expired' | 'withdrawn';

/** How it stands with a consent on a day. Its last day counts. */
export function consentState(
  { expiresOn, withdrawnAt }: Pick<Consent, 'expiresOn' | 'withdrawnAt'>,
  today: string,
): ConsentState {
  if (withdrawnAt) return 'withdrawn';
  return expiresOn < today ? 'expired' : 'holds';
}

/** The one of a purpose that tells how it stands now: what holds, else the latest. */
export function tellingConsent<One extends Pick<Consent, 'purpose' | 'expiresOn' | 'withdrawnAt'>>(
  latestFirst: readonly One[],
  purpose: Purpose,
  today: string,
): One | undefined {
  const ofPurpose = latestFirst.filter((consent) => consent.purpose === purpose);
  return ofPurpose.find((consent) => consentState(consent, today) === 'holds') ?? ofPurpose[0];
}
