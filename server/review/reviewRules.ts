import type { AccessRules } from '#server/access/rules.ts';

/** Who gets to what keeps the register true. What an organisation does by its link goes no way through the API. */
export const reviewRules: AccessRules = {
  query: {
    groupFreshness: 'directory.search',
    changeProposals: 'register.write',
    lowRiskFields: 'register.write',
    stopRequests: 'stop.answer',
  },
  mutation: {
    verifyOrganisation: 'register.write',
    takeBackVerification: 'register.write',
    answerStopRequest: 'stop.answer',
    setLowRisk: 'review.settings',
    acceptChangeProposal: 'register.write',
    refuseChangeProposal: 'register.write',
    askAboutChangeProposal: 'register.write',
    reopenChangeProposal: 'register.write',
  },
  types: {
    GroupFreshness: 'directory.search',
    FieldGroup: 'directory.search',
    Certainty: 'directory.search',
    VerifyOrganisationInput: 'register.write',
    TakeBackVerificationInput: 'register.write',
    StopRequest: 'stop.answer',
    StopKind: 'stop.answer',
    AnswerStopRequestInput: 'stop.answer',
    LowRiskField: 'register.write',
    SetLowRiskInput: 'review.settings',
    ChangeProposal: 'register.write',
    ChangeProposalPage: 'register.write',
    ProposedChange: 'register.write',
    ChangeProposalState: 'register.write',
    AcceptChangeProposalInput: 'register.write',
    AdjustedChange: 'register.write',
    RefuseChangeProposalInput: 'register.write',
    AskAboutChangeProposalInput: 'register.write',
    ReopenChangeProposalInput: 'register.write',
  },
};
