import { registerEnumType } from 'type-graphql';

/** Felt med lav risiko. What may be taken in because an organisation says so; what it is called and reached by is never among them. */
export enum LowRiskField {
  OPENING_HOURS = 'contactPoints.hours',
  LABELS = 'contactPoints.label',
  LANGUAGES = 'languages',
  COMMUNITIES = 'communities',
  TOPICS = 'topics',
}

registerEnumType(LowRiskField, {
  name: 'LowRiskField',
  description: 'A field that a trust may have taken in unseen, because the organisation says so.',
  valuesConfig: {
    OPENING_HOURS: { description: 'When it is reached.' },
    LABELS: { description: 'What a way to reach it is.' },
    LANGUAGES: { description: 'The languages in which it reaches people.' },
    COMMUNITIES: { description: 'The communities that it reaches.' },
    TOPICS: { description: 'What it knows about or works with.' },
  },
});
