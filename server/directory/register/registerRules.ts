import type { AccessRules } from '#server/access/rules.ts';

/** Who gets to the registers of others, and to what they propose. */
export const registerRules: AccessRules = {
  query: {
    lookUpOrganisation: 'register.write',
    compareWithRegister: 'register.write',
    registerProposals: 'work.read',
  },
  mutation: {
    decideProposal: 'work.read',
    reopenProposal: 'work.read',
    placeOrganisation: 'register.write',
  },
  types: {
    RegisterLookup: 'register.write',
    RegisteredUnit: 'register.write',
    KnownOrganisation: 'register.write',
    VoluntaryCategory: 'register.write',
    RegisterReach: 'register.write',
    RegisterComparison: 'register.write',
    ComparedFact: 'register.write',
    RegisterStanding: 'register.write',
    RegisterProposal: 'work.read',
    ProposalEvidence: 'work.read',
    ProposalPermissions: 'work.read',
    ProposalKind: 'work.read',
    ProposalState: 'work.read',
    OutsideRegister: 'work.read',
    ProposalDecision: 'work.read',
    DecideProposalInput: 'work.read',
    ReopenProposalInput: 'work.read',
    PlaceOrganisationInput: 'register.write',
  },
};
