import { registerEnumType } from 'type-graphql';

/** Temagruppe. */
export enum TopicGroup {
  HEALTH = 'health',
  ACCESS = 'access',
  LANGUAGE = 'language',
  PARTICIPATION = 'participation',
  SOCIETY = 'society',
  WORKFORCE = 'workforce',
}

registerEnumType(TopicGroup, {
  name: 'TopicGroup',
  description: 'The groups that topics are listed in.',
  valuesConfig: {
    HEALTH: { description: 'Helsetema: conditions, treatment, prevention.' },
    ACCESS: { description: 'Tilgang og rettigheter: reaching services, and the right to them.' },
    LANGUAGE: { description: 'Språk og helsekompetanse: language and health literacy.' },
    PARTICIPATION: { description: 'Medvirkning og nettverk: being heard, and networks.' },
    SOCIETY: { description: 'Levekår og samfunn: living conditions and society.' },
    WORKFORCE: { description: 'Kompetanse: the competence of those who work in the services.' },
  },
});
