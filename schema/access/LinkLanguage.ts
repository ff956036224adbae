import { registerEnumType } from 'type-graphql';

/** Lenkespråk. The languages that letters and the pages behind a personal link are written in. */
export enum LinkLanguage {
  NB = 'nb',
  NN = 'nn',
  EN = 'en',
  AR = 'ar',
  FA = 'fa',
  PL = 'pl',
  SO = 'so',
  TI = 'ti',
  UK = 'uk',
  UR = 'ur',
}

registerEnumType(LinkLanguage, {
  name: 'LinkLanguage',
  description: 'A language that letters and the pages behind a personal link are written in.',
  valuesConfig: {
    NB: { description: 'Bokmål.' },
    NN: { description: 'Nynorsk.' },
    EN: { description: 'Engelsk.' },
    AR: { description: 'Arabisk.' },
    FA: { description: 'Dari og persisk.' },
    PL: { description: 'Polsk.' },
    SO: { description: 'Somali.' },
    TI: { description: 'Tigrinja.' },
    UK: { description: 'Ukrainsk.' },
    UR: { description: 'Urdu.' },
  },
});
