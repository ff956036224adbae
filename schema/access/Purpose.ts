import { registerEnumType } from 'type-graphql';

/** Formål. What contact details of people are read for. Each is consented to on its own. */
export enum Purpose {
  REGISTER_CARE = 'register_care',
  CRISIS = 'crisis',
  MEETING = 'meeting',
  COUNCIL = 'council',
  AUDIT = 'audit',
}

registerEnumType(Purpose, {
  name: 'Purpose',
  description:
    'What contact details of people are read for. A detail shows in full only where the person has consented to the purpose and the viewer’s role and scope cover it; each such read is logged.',
  valuesConfig: {
    REGISTER_CARE: { description: 'Stell av registeret: to keep the register right.' },
    CRISIS: { description: 'Krise: to reach people in an emergency.' },
    MEETING: { description: 'Møte: to invite to dialogue meetings and conferences.' },
    COUNCIL: { description: 'Råd og utvalg: to recruit to councils, boards and committees.' },
    AUDIT: {
      description:
        'Innsyn og kontroll: to answer a person who asks what is kept. Needs no consent, for the law asks for it.',
    },
  },
});
