import { registerEnumType } from 'type-graphql';

/** Status. How far a proposal has come; all but the first are closed. */
export enum ProposalState {
  OPEN = 'open',
  ACCEPTED = 'accepted',
  ADJUSTED = 'adjusted',
  REFUSED = 'refused',
  OVERTAKEN = 'overtaken',
  EDITED = 'edited',
}

registerEnumType(ProposalState, {
  name: 'ProposalState',
  description: 'How far a proposal has come; all but OPEN are closed.',
  valuesConfig: {
    OPEN: { description: 'Somebody is to decide it.' },
    ACCEPTED: { description: 'Somebody has taken it as it was.' },
    ADJUSTED: { description: 'Somebody has taken it, and written something else.' },
    REFUSED: { description: 'Somebody has said no, and why.' },
    OVERTAKEN: { description: 'The register has said something else since.' },
    EDITED: { description: 'Somebody has changed the same field by hand since.' },
  },
});
