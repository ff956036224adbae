import { registerEnumType } from 'type-graphql';

/** Skriveretning. */
export enum TextDirection {
  LTR = 'ltr',
  RTL = 'rtl',
}

registerEnumType(TextDirection, {
  name: 'TextDirection',
  description: 'The direction in which a language is written.',
  valuesConfig: {
    LTR: { description: 'From left to right.' },
    RTL: { description: 'From right to left.' },
  },
});
