import { registerEnumType } from 'type-graphql';

/** Slags likhet. What two records have in common. */
export enum DuplicateReasonKind {
  NUMBER = 'number',
  NAME = 'name',
  NAME_IN_OTHER_WORDS = 'name_in_other_words',
  NAME_ALIKE = 'name_alike',
  OTHER_NAME = 'other_name',
  WORDS = 'words',
  PHONE = 'phone',
  EMAIL = 'email',
  WEBSITE = 'website',
  ADDRESS = 'address',
  AREA = 'area',
  PEOPLE = 'people',
  ORGANISATION = 'organisation',
}

registerEnumType(DuplicateReasonKind, {
  name: 'DuplicateReasonKind',
  description: 'What two records have in common.',
  valuesConfig: {
    NUMBER: { description: 'Samme organisasjonsnummer.' },
    NAME: { description: 'Samme navn, however the words are ordered, spaced and accented.' },
    NAME_IN_OTHER_WORDS: {
      description: 'Samme navn but for words that say little, such as «forening» and «i Norge».',
    },
    NAME_ALIKE: { description: 'Navn som ligner: a slip apart, or alike to the ear.' },
    OTHER_NAME: {
      description:
        'Et annet av navnene: an alias, a former name, the name in another language or script.',
    },
    WORDS: { description: 'Flere ord i navnet felles.' },
    PHONE: { description: 'Samme telefon.' },
    EMAIL: { description: 'Samme e-post.' },
    WEBSITE: { description: 'Samme nettsted.' },
    ADDRESS: { description: 'Samme adresse.' },
    AREA: { description: 'Samme sted.' },
    PEOPLE: { description: 'Samme personer.' },
    ORGANISATION: { description: 'Samme virksomhet.' },
  },
});
