import { registerEnumType } from 'type-graphql';

/** Opplysningsgruppe. What of an organisation or a person is found right together: whoever knows one fact of a group knows the others. */
export enum FieldGroup {
  NAME = 'name',
  CONTACT = 'contact',
  PEOPLE = 'people',
  LANGUAGES = 'languages',
  AREAS = 'areas',
  TOPICS = 'topics',
  WILLINGNESS = 'willingness',
  AFFILIATIONS = 'affiliations',
}

registerEnumType(FieldGroup, {
  name: 'FieldGroup',
  description: 'What of an organisation or a person is found right together.',
  valuesConfig: {
    NAME: { description: 'The name; of an organisation also what sort of body it is.' },
    CONTACT: { description: 'The ways to reach it, or them.' },
    PEOPLE: { description: 'Of an organisation: who its people are.' },
    LANGUAGES: {
      description:
        'The languages: those of a person, and those in which an organisation reaches people, with the communities that it reaches.',
    },
    AREAS: { description: 'The areas that it serves, or where somebody is of use.' },
    TOPICS: { description: 'What it knows about or works with, or they do.' },
    WILLINGNESS: { description: 'Of a person: what they are willing to be asked for.' },
    AFFILIATIONS: { description: 'Of a person: what they are to organisations.' },
  },
});
