import { registerEnumType } from 'type-graphql';

/** Avgjørelse. What an editor says to a proposal. */
export enum ProposalDecision {
  ACCEPT = 'accept',
  REFUSE = 'refuse',
}

registerEnumType(ProposalDecision, {
  name: 'ProposalDecision',
  description: 'What an editor says to a proposal.',
  valuesConfig: {
    ACCEPT: { description: 'Yes: it is written, with what one has put right in it.' },
    REFUSE: { description: 'No; with a reason.' },
  },
});
