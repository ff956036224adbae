import { registerEnumType } from 'type-graphql';

/** Hva det spørres om. How much of a profile an organisation is asked about. */
export enum ReviewAsks {
  UNCERTAIN = 'uncertain',
  ALL = 'all',
}

registerEnumType(ReviewAsks, {
  name: 'ReviewAsks',
  description: 'How much of a profile an organisation is asked about.',
  valuesConfig: {
    UNCERTAIN: { description: 'Only what is not known to be right.' },
    ALL: { description: 'All of it, also what was vouched for lately.' },
  },
});
