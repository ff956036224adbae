import { registerEnumType } from 'type-graphql';

/** Stilling. Where an organisation stands in Enhetsregisteret. */
export enum RegisterStanding {
  HERE = 'here',
  DELETED = 'deleted',
  REMOVED = 'removed',
  UNKNOWN = 'unknown',
  NOT_FOR_US = 'notForUs',
  NO_NUMBER = 'noNumber',
}

registerEnumType(RegisterStanding, {
  name: 'RegisterStanding',
  description: 'Where an organisation stands in Enhetsregisteret.',
  valuesConfig: {
    HERE: { description: 'It is there.' },
    DELETED: { description: 'It was there, and has been deleted.' },
    REMOVED: { description: 'It was taken out for legal reasons.' },
    UNKNOWN: { description: 'Nobody there has the number.' },
    NOT_FOR_US: { description: 'The number is a person’s, such as a sole proprietor’s.' },
    NO_NUMBER: { description: 'We have no number to ask by.' },
  },
});
