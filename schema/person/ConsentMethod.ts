import { registerEnumType } from 'type-graphql';

/** Måte. How somebody gave or withdrew a consent. */
export enum ConsentMethod {
  PERSONAL_LINK = 'personal_link',
  PHONE = 'phone',
  EMAIL = 'email',
  MEETING = 'meeting',
  PAPER = 'paper',
}

registerEnumType(ConsentMethod, {
  name: 'ConsentMethod',
  description: 'How somebody gave or withdrew a consent.',
  valuesConfig: {
    PERSONAL_LINK: { description: 'Personlig lenke: on the page of a personal link.' },
    PHONE: { description: 'Telefon: over the phone.' },
    EMAIL: { description: 'E-post: by e-mail.' },
    MEETING: { description: 'Møte: face to face.' },
    PAPER: { description: 'Papir: on paper.' },
  },
});
