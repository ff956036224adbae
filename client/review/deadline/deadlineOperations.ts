import { graphql } from '#client/graphql.ts';

export const DeadlineEffect_query = graphql(`
  query DeadlineEffect($input: DeadlineInput!) {
    deadlineEffect(input: $input) {
      organisations
      fresh
      due
      stale
    }
  }
`);

export const SetReviewDeadline = graphql(`
  mutation SetReviewDeadline($input: SetReviewDeadlineInput!) {
    setReviewDeadline(input: $input) {
      organisations
    }
  }
`);

export const RemoveReviewDeadline = graphql(`
  mutation RemoveReviewDeadline($input: RemoveReviewDeadlineInput!) {
    removeReviewDeadline(input: $input) {
      organisations
    }
  }
`);

/** What may say something else once a deadline is another. */
export const deadlineContext = {
  additionalTypenames: [
    'ReviewDeadlines',
    'Organisation',
    'OrganisationHit',
    'GroupFreshness',
    'WorkItem',
  ],
};
