import { registerEnumType } from 'type-graphql';

/** Villig til. What somebody has said they are willing to do. */
export enum Willingness {
  CRISIS_MESSENGER = 'crisis_messenger',
  COUNCIL_MEMBER = 'council_member',
  DIALOGUE_MEETING = 'dialogue_meeting',
  OUTREACH = 'outreach',
}

registerEnumType(Willingness, {
  name: 'Willingness',
  description: 'What somebody has said they are willing to do.',
  valuesConfig: {
    CRISIS_MESSENGER: { description: 'Budbringer i krise: passes messages on in a crisis.' },
    COUNCIL_MEMBER: { description: 'Medlem av råd og utvalg: may be asked to sit on a council.' },
    DIALOGUE_MEETING: { description: 'Dialogmøter: takes part in dialogue meetings.' },
    OUTREACH: { description: 'Oppsøkende arbeid: reaches out to people where they are.' },
  },
});
