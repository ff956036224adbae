import { registerEnumType } from 'type-graphql';

/** Felt å velge. What one chooses between where two records become one. Lists are united and not chosen. */
export enum MergedField {
  NAME = 'name',
  KIND = 'kind',
  NUMBER = 'number',
  SEAT = 'seat',
  PARENT = 'parent',
  MEMBERSHIP = 'membership',
  OPENED_ON = 'opened_on',
  CLOSED_ON = 'closed_on',
}

registerEnumType(MergedField, {
  name: 'MergedField',
  description: 'What one chooses between where two records become one.',
  valuesConfig: {
    NAME: { description: 'The name. The other name of an organisation becomes an alias.' },
    KIND: { description: 'The sort of body.' },
    NUMBER: { description: 'The organisation number.' },
    SEAT: { description: 'The municipality of the seat.' },
    PARENT: { description: 'The body above.' },
    MEMBERSHIP: { description: 'The membership figure with its year.' },
    OPENED_ON: { description: 'The day on which it was founded.' },
    CLOSED_ON: { description: 'The last day in operation; taken only where it is asked for.' },
  },
});
