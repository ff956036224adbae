import type { AccessRules } from '#server/access/rules.ts';

/** Who gets to the vocabularies. */
export const vocabularyRules: AccessRules = {
  query: {
    area: 'register.read',
    areas: 'register.read',
    languages: 'register.read',
    topics: 'register.read',
    communities: 'register.read',
  },
  types: {
    Area: 'register.read',
    AreaKind: 'register.read',
    Language: 'register.read',
    TextDirection: 'register.read',
    Topic: 'register.read',
    TopicGroup: 'register.read',
    Community: 'register.read',
  },
};
