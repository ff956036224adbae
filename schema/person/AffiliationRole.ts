import { registerEnumType } from 'type-graphql';

/** Rolle. What a person is to an organisation. */
export enum AffiliationRole {
  LEADER = 'leader',
  DEPUTY_LEADER = 'deputy_leader',
  BOARD_MEMBER = 'board_member',
  CONTACT = 'contact',
  SECRETARY = 'secretary',
  COORDINATOR = 'coordinator',
  VOLUNTEER = 'volunteer',
  EMPLOYEE = 'employee',
}

registerEnumType(AffiliationRole, {
  name: 'AffiliationRole',
  description: 'What a person is to an organisation.',
  valuesConfig: {
    LEADER: { description: 'Leder.' },
    DEPUTY_LEADER: { description: 'Nestleder.' },
    BOARD_MEMBER: { description: 'Styremedlem.' },
    CONTACT: { description: 'Kontaktperson.' },
    SECRETARY: { description: 'Sekretær.' },
    COORDINATOR: { description: 'Koordinator.' },
    VOLUNTEER: { description: 'Frivillig.' },
    EMPLOYEE: { description: 'Ansatt.' },
  },
});
