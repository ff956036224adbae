import type { AccessRules } from '#server/access/rules.ts';

/** Who gets to how far rounds have come: those who keep the register, within their trusts. */
export const progressRules: AccessRules = {
  query: {
    reviewProgress: 'review.signOff',
    reviewStandings: 'review.signOff',
    reviewDifference: 'review.signOff',
    reviewAnnex: 'review.signOff',
  },
  mutation: {
    signOffRound: 'review.signOff',
    takeBackSignOff: 'review.signOff',
  },
  types: {
    ProgressBy: 'review.signOff',
    RoundFigures: 'review.signOff',
    ProgressRow: 'review.signOff',
    RoundProgress: 'review.signOff',
    TrustStanding: 'review.signOff',
    RoundSignOff: 'review.signOff',
    RoundDifference: 'review.signOff',
    OrganisationDifference: 'review.signOff',
    FactDifference: 'review.signOff',
    DifferenceKind: 'review.signOff',
    RoundAnnex: 'review.signOff',
    AnnexRow: 'review.signOff',
    AnnexGap: 'review.signOff',
    SignOffRoundInput: 'review.signOff',
    TakeBackSignOffInput: 'review.signOff',
  },
};
