import { registerEnumType } from 'type-graphql';

/** Hvem som kan se. For whom a contact point is meant. */
export enum ContactAudience {
  ALL_STAFF = 'all_staff',
  COORDINATORS = 'coordinators',
  CRISIS_ONLY = 'crisis_only',
}

registerEnumType(ContactAudience, {
  name: 'ContactAudience',
  description: 'For whom a contact point is meant. The others do not see that it exists.',
  valuesConfig: {
    ALL_STAFF: { description: 'Everyone who reads the register.' },
    COORDINATORS: { description: 'Coordinators, editors and programme leads.' },
    CRISIS_ONLY: { description: 'Coordinators, for use in a crisis.' },
  },
});
