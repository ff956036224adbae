import { registerEnumType } from 'type-graphql';

/** Språknivå. How well somebody masters a language. There is no «mother tongue»: that would tell of origin. */
export enum LanguageLevel {
  BASIC = 'basic',
  GOOD = 'good',
  FLUENT = 'fluent',
}

registerEnumType(LanguageLevel, {
  name: 'LanguageLevel',
  description: 'How well somebody masters a language.',
  valuesConfig: {
    BASIC: { description: 'Litt: gets by in everyday matters.' },
    GOOD: { description: 'Godt: manages a conversation about health.' },
    FLUENT: { description: 'Flytende: at ease with any subject.' },
  },
});
