import type { AccessRules } from '#server/access/rules.ts';
import type { Viewer } from '#server/access/Viewer.ts';

/** What of a round decides who may run it. */
export interface Owned {
  readonly madeBy: string;
}

/** Letters are signed: whoever makes a round signs in. */
export const mayMakeRound = ({ permissions, via }: Viewer): boolean =>
  permissions.has('review.run') && via === 'session';

/** Whoever leads the programme in the whole country runs every round; in a part of it, those of their own. */
export const mayRunRound = (viewer: Viewer, { madeBy }: Owned): boolean =>
  mayMakeRound(viewer) && (viewer.scope === null || viewer.id === madeBy);

/** Who gets to rounds. */
export const roundRules: AccessRules = {
  query: {
    reviewRounds: 'review.call',
    reviewRound: 'review.call',
    reviewRequest: 'review.call',
    reviewRequests: 'review.call',
    dryRunReviewRound: 'review.run',
    dryRunHindered: 'review.run',
  },
  mutation: {
    createReviewRound: 'review.run',
    editReviewRound: 'review.run',
    cancelReviewRound: 'review.run',
    openReviewRound: 'review.run',
    closeReviewRound: 'review.run',
  },
  types: {
    ReviewRound: 'review.call',
    ReviewRoundState: 'review.call',
    ReviewRoundPermissions: 'review.call',
    ReviewAsks: 'review.call',
    RoundText: 'review.call',
    ReviewRequest: 'review.call',
    ReviewRequestPage: 'review.call',
    ReviewRequestState: 'review.call',
    ReviewChannel: 'review.call',
    ReviewHindrance: 'review.call',
    ReviewOutcome: 'review.call',
    AnsweredThrough: 'review.call',
    RoundDryRun: 'review.run',
    RoundWay: 'review.run',
    RoundHindered: 'review.run',
    RoundLacking: 'review.run',
    HinderedOrganisation: 'review.run',
    HinderedPage: 'review.run',
    OpenReviewRoundInput: 'review.run',
    CloseReviewRoundInput: 'review.run',
    RoundTextInput: 'review.run',
    CreateReviewRoundInput: 'review.run',
    EditReviewRoundInput: 'review.run',
    CancelReviewRoundInput: 'review.run',
  },
};
