import { registerEnumType } from 'type-graphql';

/** Utfall. What an organisation answered. */
export enum ReviewOutcome {
  CONFIRMED = 'confirmed',
  CHANGED = 'changed',
  DECLINED = 'declined',
}

registerEnumType(ReviewOutcome, {
  name: 'ReviewOutcome',
  description: 'What an organisation answered.',
  valuesConfig: {
    CONFIRMED: { description: 'What stands there is right.' },
    CHANGED: { description: 'Something is to be changed.' },
    DECLINED: { description: 'It does not want to answer, or to be in the register.' },
  },
});
