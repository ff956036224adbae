import { registerEnumType } from 'type-graphql';

/** Bekreftet gjennom. How somebody made sure that a profile is right. */
export enum VerificationMethod {
  LINK = 'link',
  PHONE = 'phone',
  MEETING = 'meeting',
  REGISTER = 'register',
  EXERCISE = 'exercise',
}

registerEnumType(VerificationMethod, {
  name: 'VerificationMethod',
  description: 'How somebody made sure that a profile is right.',
  valuesConfig: {
    LINK: { description: 'The one it is about confirmed it through a personal link.' },
    PHONE: { description: 'Asked on the phone.' },
    MEETING: { description: 'Asked at a meeting.' },
    REGISTER: { description: 'Compared with a public register.' },
    EXERCISE: { description: 'Reached in an exercise.' },
  },
});
