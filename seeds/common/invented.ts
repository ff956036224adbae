import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import type { Corner } from './World.ts';

/** What the records of the invented world have for a source, so that nobody takes them for real. */
export const inventedSource = 'Oppdiktet til demonstrasjon';

/** When and how a profile was last verified: from last week to never. Due is what is 24 to 30 months old. */
export function inventedVerification(corner: Corner): {
  verifiedOn: string | null;
  verifiedBy: VerificationMethod | null;
} {
  const { chance } = corner;
  const verifiedOn = chance.weighted([
    [corner.daysAgo(0, 90), 16],
    [corner.daysAgo(90, 725), 32],
    [corner.daysAgo(735, 905), 13],
    [corner.daysAgo(920, 2600), 18],
    [null, 21],
  ]);
  const verifiedBy = chance.weighted([
    [VerificationMethod.LINK, 40],
    [VerificationMethod.PHONE, 32],
    [VerificationMethod.MEETING, 18],
    [VerificationMethod.EXERCISE, 10],
  ]);
  return { verifiedOn, verifiedBy: verifiedOn ? verifiedBy : null };
}

/** Eight digits that begin with two zeros: no number in Norway does, in any network. */
export const undialable = ({ chance }: Corner) => `+4700${chance.between(100_000, 999_999)}`;

/** Letters and digits of a name, as an address takes them. */
export const slug = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .replaceAll('ð', 'd')
    .replaceAll('þ', 'th')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

const hours = [
  'hverdager 10–15',
  'mandag–torsdag 9–14',
  'tirsdag og torsdag 12–18',
  'kvelder 18–21',
  'når som helst, send gjerne melding først',
  'lørdag 11–15',
  'etter klokka 16',
];

export const inventedHours = ({ chance }: Corner) =>
  chance.happens(35) ? chance.pick(hours) : null;

/** Whether a way to reach somebody has been tried, and how that went. */
export function inventedTrial(
  corner: Corner,
  outcome: 'works' | 'untried' | 'bounced',
): { lastWorkedOn: string | null; bouncedOn: string | null } {
  const worked = corner.daysAgo(400, 1500);
  const recently = corner.daysAgo(2, 380);
  if (outcome === 'works') return { lastWorkedOn: recently, bouncedOn: null };
  if (outcome === 'untried') return { lastWorkedOn: null, bouncedOn: null };
  return { lastWorkedOn: corner.chance.happens(60) ? worked : null, bouncedOn: recently };
}
