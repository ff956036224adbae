import { registerEnumType } from 'type-graphql';

/** Hvor ofte. How often somebody wants to be told. */
export enum DigestPace {
  DAY = 'day',
  WEEK = 'week',
}

registerEnumType(DigestPace, {
  name: 'DigestPace',
  description: 'How often somebody wants to be told.',
  valuesConfig: {
    DAY: { description: 'Hver dag: at seven in the morning, in Oslo.' },
    WEEK: { description: 'Hver uke: on Monday at seven in the morning, in Oslo.' },
  },
});
