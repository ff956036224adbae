import { registerEnumType } from 'type-graphql';

/** Navnebruk. Why an organisation has another name. */
export enum NameUse {
  SHORT = 'short',
  ALIAS = 'alias',
  FORMER = 'former',
  TRANSLATION = 'translation',
}

registerEnumType(NameUse, {
  name: 'NameUse',
  description: 'Why an organisation has another name.',
  valuesConfig: {
    SHORT: { description: 'A short form or an abbreviation.' },
    ALIAS: { description: 'What people also call it.' },
    FORMER: { description: 'What it was called before.' },
    TRANSLATION: { description: 'Its name in another language or script.' },
  },
});
