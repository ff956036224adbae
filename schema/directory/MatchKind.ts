import { registerEnumType } from 'type-graphql';

/** Slags treff. In what of a hit a word of the query was found. */
export enum MatchKind {
  NAME = 'name',
  ALIAS = 'alias',
  NUMBER = 'number',
  LANGUAGE = 'language',
  AREA = 'area',
  TOPIC = 'topic',
  COMMUNITY = 'community',
  KIND = 'kind',
  WILLINGNESS = 'willingness',
  AFFILIATION = 'affiliation',
  CONTACT = 'contact',
}

registerEnumType(MatchKind, {
  name: 'MatchKind',
  description: 'In what of a hit a word of the query was found.',
  valuesConfig: {
    NAME: { description: 'Its name.' },
    ALIAS: {
      description: 'Another of its names: short, former, or in another language or script.',
    },
    NUMBER: { description: 'Its organisation number.' },
    LANGUAGE: { description: 'A language.' },
    AREA: {
      description: 'An area that it serves, or that lies around or within the one asked for.',
    },
    TOPIC: { description: 'A topic.' },
    COMMUNITY: { description: 'A country of background of those whom it reaches.' },
    KIND: { description: 'The sort of body it is, or that it is a person.' },
    WILLINGNESS: { description: 'Something the person is willing to do.' },
    AFFILIATION: { description: 'The name of an organisation that the person belongs to.' },
    CONTACT: { description: 'A way to reach it: a number, an address, or that there is a phone.' },
  },
});
