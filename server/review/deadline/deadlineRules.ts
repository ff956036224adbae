import type { AccessRules } from '#server/access/rules.ts';
import { touches } from '#server/access/scope.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { type Placed, placesOf } from '#server/organisation/organisationRules.ts';

/**
 * Whoever leads the programme sets deadlines for the trusts in their scope; those of every trust, whoever leads it in the whole country. Editors
 * keep the register by the deadlines, and do not set how well it is kept.
 */
export const maySetDeadline = ({ permissions, scope }: Viewer, trust: Placed | null): boolean =>
  permissions.has('review.settings') && (trust ? touches(scope, placesOf(trust)) : scope === null);

/** Who gets to deadlines. */
export const deadlineRules: AccessRules = {
  query: { reviewDeadlines: 'review.settings', deadlineEffect: 'review.settings' },
  mutation: { setReviewDeadline: 'review.settings', removeReviewDeadline: 'review.settings' },
  types: {
    ReviewDeadline: 'review.settings',
    ReviewDeadlines: 'review.settings',
    DeadlineEffect: 'review.settings',
    DeadlineEvent: 'review.settings',
    DeadlineInput: 'review.settings',
    SetReviewDeadlineInput: 'review.settings',
    RemoveReviewDeadlineInput: 'review.settings',
  },
};
