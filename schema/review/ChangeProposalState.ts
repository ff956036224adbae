import { registerEnumType } from 'type-graphql';

/** Hva som er blitt av et forslag. */
export enum ChangeProposalState {
  OPEN = 'open',
  ACCEPTED = 'accepted',
  REFUSED = 'refused',
  ASKED = 'asked',
}

registerEnumType(ChangeProposalState, {
  name: 'ChangeProposalState',
  description: 'What has become of a proposal.',
  valuesConfig: {
    OPEN: { description: 'Nobody has answered it yet.' },
    ACCEPTED: { description: 'It was taken in, as it came or adjusted.' },
    REFUSED: { description: 'It was not taken in, for a reason that was told.' },
    ASKED: { description: 'The organisation was asked back, with a new link.' },
  },
});
