import { registerEnumType } from 'type-graphql';

/** Slags betydning. What sort of thing a word of a query is understood as. */
export enum TermKind {
  LANGUAGE = 'language',
  AREA = 'area',
  TOPIC = 'topic',
  COMMUNITY = 'community',
  ORGANISATION_KIND = 'organisation_kind',
  RECORD_KIND = 'record_kind',
  WILLINGNESS = 'willingness',
  HAS_PHONE = 'has_phone',
}

registerEnumType(TermKind, {
  name: 'TermKind',
  description: 'What sort of thing a word of a query is understood as.',
  valuesConfig: {
    LANGUAGE: { description: 'Språk: the value is the code of a language.' },
    AREA: { description: 'Område: the value is the code of an area.' },
    TOPIC: { description: 'Tema: the value is the code of a topic.' },
    COMMUNITY: { description: 'Landbakgrunn: the value is the code of a community.' },
    ORGANISATION_KIND: { description: 'Virksomhetstype: the value is an OrganisationKind.' },
    RECORD_KIND: { description: 'Virksomhet eller person: the value is a RecordKind.' },
    WILLINGNESS: { description: 'Villig til: the value is a Willingness.' },
    HAS_PHONE: { description: 'Har telefon: the value is «true».' },
  },
});
