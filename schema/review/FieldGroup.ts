import { registerEnumType } from 'type-graphql';

/** Opplysningsgruppe. What of an organisation is found right together: whoever knows one fact of a group knows the others. */
export enum FieldGroup {
  NAME = 'name',
  CONTACT = 'contact',
  PEOPLE = 'people',
  LANGUAGES = 'languages',
  AREAS = 'areas',
  TOPICS = 'topics',
}

registerEnumType(FieldGroup, {
  name: 'FieldGroup',
  description: 'What of an organisation is found right together.',
  valuesConfig: {
    NAME: { description: 'What it is called, and what sort of body it is.' },
    CONTACT: { description: 'How it is reached.' },
    PEOPLE: { description: 'Who its people are.' },
    LANGUAGES: { description: 'The languages and communities in which it reaches people.' },
    AREAS: { description: 'The areas that it serves.' },
    TOPICS: { description: 'What it knows about or works with.' },
  },
});
