import { registerEnumType } from 'type-graphql';

/** Hvor lenge de får fred. How long an organisation is neither written to nor rung. */
export enum QuietPeriod {
  NONE = 'none',
  YEAR = 'year',
  FOR_EVER = 'for_ever',
}

registerEnumType(QuietPeriod, {
  name: 'QuietPeriod',
  description: 'How long an organisation is neither written to nor rung.',
  valuesConfig: {
    NONE: { description: 'It is asked as before.' },
    YEAR: { description: 'For a year from the day of the answer.' },
    FOR_EVER: { description: 'Until it is answered otherwise.' },
  },
});
