import { registerEnumType } from 'type-graphql';

/** Rolle. What somebody is here to do; it gives permissions. */
export enum Role {
  READER = 'reader',
  EDITOR = 'editor',
  COORDINATOR = 'coordinator',
  RECRUITER = 'recruiter',
  PROGRAMME_LEAD = 'programme_lead',
  PRIVACY_OFFICER = 'privacy_officer',
  ADMINISTRATOR = 'administrator',
  SYSTEM = 'system',
  ORGANISATION_CONTACT = 'organisation_contact',
  PERSON = 'person',
}

registerEnumType(Role, {
  name: 'Role',
  description: 'What somebody is here to do; it gives permissions.',
  valuesConfig: {
    READER: { description: 'Leser: reads the register, without the contact details of people.' },
    EDITOR: { description: 'Registerkontakt: keeps organisations and people right.' },
    COORDINATOR: { description: 'Koordinator: finds and reaches people, also in a crisis.' },
    RECRUITER: { description: 'Rekrutterer: finds people for councils, boards and committees.' },
    PROGRAMME_LEAD: { description: 'Programleder: follows the register as a whole.' },
    PRIVACY_OFFICER: { description: 'Personvernombud: answers for reads, changes and consents.' },
    ADMINISTRATOR: { description: 'Administrator: looks after users, roles and tokens.' },
    SYSTEM: { description: 'Another system, by API token.' },
    ORGANISATION_CONTACT: {
      description: 'Organisasjonens kontakt: looks after their own organisation, by personal link.',
    },
    PERSON: { description: 'Person: looks after what is kept of themselves, by personal link.' },
  },
});
