import { Role } from '#schema/access/Role.ts';

/** What comes by another door than the staff's: systems by token, organisations and people by link. */
const ofOtherDoors: ReadonlySet<Role> = new Set([
  Role.SYSTEM,
  Role.ORGANISATION_CONTACT,
  Role.PERSON,
]);

/** Whether somebody on the staff may have the role. */
export const isForStaff = (role: Role): boolean => !ofOtherDoors.has(role);

/** Whether a token may have it. What administrators do asks for a fresh sign-in, which no token makes. */
export const isForTokens = (role: Role): boolean =>
  role === Role.SYSTEM || (isForStaff(role) && role !== Role.ADMINISTRATOR);
