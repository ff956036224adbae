import { registerEnumType } from 'type-graphql';

/** Visshet. How far one can count on a group of facts today: grows with each time somebody has vouched for it, fades with the time since. */
export enum Certainty {
  SURE = 'sure',
  LIKELY = 'likely',
  DOUBTFUL = 'doubtful',
  UNKNOWN = 'unknown',
}

registerEnumType(Certainty, {
  name: 'Certainty',
  description: 'How far one can count on a group of facts today.',
  valuesConfig: {
    SURE: { description: 'Vouched for lately.' },
    LIKELY: { description: 'Vouched for, some time ago.' },
    DOUBTFUL: { description: 'Vouched for long ago, or messages have come back since.' },
    UNKNOWN: { description: 'Nobody has vouched for it.' },
  },
});
