import { registerEnumType } from 'type-graphql';

/** Kanal. By which way an organisation is asked. */
export enum ReviewChannel {
  EMAIL = 'email',
  SMS = 'sms',
  LETTER = 'letter',
}

registerEnumType(ReviewChannel, {
  name: 'ReviewChannel',
  description: 'By which way an organisation is asked.',
  valuesConfig: {
    EMAIL: { description: 'E-mail.' },
    SMS: { description: 'Text message.' },
    LETTER: { description: 'On paper, with a code to scan.' },
  },
});
