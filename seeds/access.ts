import { demoIssuer } from '#schema/access/demoIssuer.ts';
import { Role } from '#schema/access/Role.ts';
import { StaffUser } from '#schema/access/StaffUser.ts';
import type { Area } from '#schema/vocabulary/Area.ts';
import { seedId } from './common/seedId.ts';

/** Somebody on the staff like any other, of the demo's issuer. */
export function aStaffUser({
  role = Role.READER,
  name = 'Prøve Ansatt',
  subject = role as string,
  email = `${subject}@example.org` as string | null,
} = {}): StaffUser {
  const id = seedId(`staff/${subject}`);
  return Object.assign(new StaffUser(demoIssuer, subject, name, role), { id, email });
}

/**
 * The cast of the demo: one invented user for each role that a human being can have. The coordinator works in one city, so that there is
 * an outside of it; the others in the whole country.
 */
export const staffUsers = (city: Area): StaffUser[] => [
  aStaffUser({ role: Role.READER, name: 'Live Haugsgjerd' }),
  aStaffUser({ role: Role.EDITOR, name: 'Ragnar Tveitan' }),
  Object.assign(aStaffUser({ role: Role.COORDINATOR, name: 'Kirsten Noorzai' }), {
    scopeAreaNumber: city.number,
  }),
  aStaffUser({ role: Role.RECRUITER, name: 'Roza Hawrami' }),
  aStaffUser({ role: Role.PROGRAMME_LEAD, name: 'Parwin Lyngmo' }),
  aStaffUser({ role: Role.PRIVACY_OFFICER, name: 'Vera Persvold' }),
  aStaffUser({ role: Role.ADMINISTRATOR, name: 'Adam Okonjo-Berg' }),
];
