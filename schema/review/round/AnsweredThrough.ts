import { registerEnumType } from 'type-graphql';

/** Svarvei. By which way an answer came. */
export enum AnsweredThrough {
  LINK = 'link',
  PHONE = 'phone',
  LETTER = 'letter',
}

registerEnumType(AnsweredThrough, {
  name: 'AnsweredThrough',
  description: 'By which way an answer came.',
  valuesConfig: {
    LINK: { description: 'By its personal link.' },
    PHONE: { description: 'Somebody rang.' },
    LETTER: { description: 'On paper.' },
  },
});
