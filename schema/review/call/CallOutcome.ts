import { registerEnumType } from 'type-graphql';

/** Utfall av en samtale. What came of ringing an organisation up. */
export enum CallOutcome {
  CONFIRMED = 'confirmed',
  CHANGED = 'changed',
  LATER = 'later',
  NO_ANSWER = 'no_answer',
  WRONG_NUMBER = 'wrong_number',
  NEW_CONTACT = 'new_contact',
  DECLINED = 'declined',
}

registerEnumType(CallOutcome, {
  name: 'CallOutcome',
  description: 'What came of ringing an organisation up.',
  valuesConfig: {
    CONFIRMED: { description: 'Reached, and what was read out is right.' },
    CHANGED: { description: 'Reached, and something is to be changed.' },
    LATER: { description: 'To be rung at another time.' },
    NO_ANSWER: { description: 'Nobody answered.' },
    WRONG_NUMBER: { description: 'The number is not theirs.' },
    NEW_CONTACT: { description: 'Somebody else is to be asked from now on.' },
    DECLINED: { description: 'Reached, and they do not want to answer.' },
  },
});
