import { registerEnumType } from 'type-graphql';

/** Kanal. A means of reaching somebody. */
export enum ContactChannel {
  PHONE = 'phone',
  SMS = 'sms',
  EMAIL = 'email',
  WHATSAPP = 'whatsapp',
  VIBER = 'viber',
  TELEGRAM = 'telegram',
  SIGNAL = 'signal',
  FACEBOOK = 'facebook',
  SPOND = 'spond',
  WEBSITE = 'website',
  POST = 'post',
  MEETING_PLACE = 'meeting_place',
}

registerEnumType(ContactChannel, {
  name: 'ContactChannel',
  description: 'A means of reaching somebody. The form of the value depends on it.',
  valuesConfig: {
    PHONE: { description: 'Telefon: a number in E.164, as +4722000000.' },
    SMS: { description: 'SMS: a number in E.164.' },
    EMAIL: { description: 'E-post: an address.' },
    WHATSAPP: { description: 'WhatsApp: a number in E.164.' },
    VIBER: { description: 'Viber: a number in E.164.' },
    TELEGRAM: { description: 'Telegram: a number in E.164 or a user name with @.' },
    SIGNAL: { description: 'Signal: a number in E.164.' },
    FACEBOOK: { description: 'Facebook: an https address.' },
    SPOND: { description: 'Spond: the name of the group, or an https address.' },
    WEBSITE: { description: 'Nettsted: an https address.' },
    POST: { description: 'Post: a postal address on one or more lines.' },
    MEETING_PLACE: { description: 'Møtested: where people meet, in words.' },
  },
});
