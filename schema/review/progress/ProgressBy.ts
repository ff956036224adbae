import { registerEnumType } from 'type-graphql';

/** Fordelt på. By what the figures of a round are told apart. */
export enum ProgressBy {
  TRUST = 'trust',
  MUNICIPALITY = 'municipality',
  KIND = 'kind',
  LANGUAGE = 'language',
}

registerEnumType(ProgressBy, {
  name: 'ProgressBy',
  description: 'By what the figures of a round are told apart.',
  valuesConfig: {
    TRUST: { description: 'The health trust that follows the organisation up.' },
    MUNICIPALITY: { description: 'The municipality of its seat.' },
    KIND: { description: 'What sort of body it is.' },
    LANGUAGE: { description: 'The language in which it is asked.' },
  },
});
