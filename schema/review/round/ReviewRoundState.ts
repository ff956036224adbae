import { registerEnumType } from 'type-graphql';

/** Tilstand. How far a round has come. */
export enum ReviewRoundState {
  DRAFT = 'draft',
  OPEN = 'open',
  CLOSED = 'closed',
  CANCELLED = 'cancelled',
}

registerEnumType(ReviewRoundState, {
  name: 'ReviewRoundState',
  description: 'How far a round has come.',
  valuesConfig: {
    DRAFT: { description: 'Nobody has been written to; all of it can be changed.' },
    OPEN: { description: 'Organisations are asked and reminded.' },
    CLOSED: { description: 'Nobody is reminded any more; what is answered late is kept.' },
    CANCELLED: { description: 'It was put away before anybody was written to.' },
  },
});
