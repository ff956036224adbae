import type { AccessRules } from '#server/access/rules.ts';

/** Who gets to what keeps the register true. What an organisation does by its link goes no way through the API. */
export const reviewRules: AccessRules = {
  query: { groupFreshness: 'directory.search' },
  mutation: { verifyOrganisation: 'register.write', takeBackVerification: 'register.write' },
  types: {
    GroupFreshness: 'directory.search',
    FieldGroup: 'directory.search',
    Certainty: 'directory.search',
    VerifyOrganisationInput: 'register.write',
    TakeBackVerificationInput: 'register.write',
  },
};
