import { Role } from '#schema/access/Role.ts';
import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import type { Viewer } from '#server/access/Viewer.ts';

const { ALL_STAFF, COORDINATORS, CRISIS_ONLY } = ContactAudience;

const table: Readonly<Record<Role, readonly ContactAudience[]>> = {
  [Role.READER]: [ALL_STAFF],
  [Role.EDITOR]: [ALL_STAFF, COORDINATORS],
  [Role.COORDINATOR]: [ALL_STAFF, COORDINATORS, CRISIS_ONLY],
  [Role.RECRUITER]: [ALL_STAFF],
  [Role.PROGRAMME_LEAD]: [ALL_STAFF, COORDINATORS],
  [Role.PRIVACY_OFFICER]: [ALL_STAFF],
  [Role.ADMINISTRATOR]: [ALL_STAFF],
  [Role.SYSTEM]: [ALL_STAFF],
  // Their own; of others they see none.
  [Role.ORGANISATION_CONTACT]: [ALL_STAFF, COORDINATORS, CRISIS_ONLY],
  [Role.PERSON]: [ALL_STAFF, COORDINATORS, CRISIS_ONLY],
};

/** Hvem som kan se. The audiences that a viewer belongs to; a stranger belongs to none. */
export const audiencesOf = (viewer: Viewer | null): readonly ContactAudience[] =>
  viewer ? table[viewer.role] : [];
