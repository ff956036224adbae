import { registerEnumType } from 'type-graphql';

/** Formål i leseloggen. What somebody was reading for, or that they saw more than their own area by what they had opened in a crisis. */
export enum ReadPurpose {
  REGISTER_CARE = 'register_care',
  CRISIS = 'crisis',
  MEETING = 'meeting',
  COUNCIL = 'council',
  AUDIT = 'audit',
  BREAK_GLASS = 'break_glass',
}

registerEnumType(ReadPurpose, {
  name: 'ReadPurpose',
  description: 'What contact details were read for: one of the purposes, or break-glass.',
  valuesConfig: {
    REGISTER_CARE: { description: 'Stell av registeret: to keep the register right.' },
    CRISIS: { description: 'Krise: to reach people in an emergency.' },
    MEETING: { description: 'Møte: to invite to dialogue meetings and conferences.' },
    COUNCIL: { description: 'Råd og utvalg: to recruit to councils, boards and committees.' },
    AUDIT: { description: 'Innsyn og kontroll: to answer a person who asks what is kept.' },
    BREAK_GLASS: {
      description: 'Nødtilgang: in an emergency, while `openBreakGlass` held.',
    },
  },
});
