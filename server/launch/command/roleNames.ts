import { Role } from '#schema/access/Role.ts';
import { isForStaff } from '#server/access/rolesFor.ts';

/** The roles that somebody can be given. */
export const staffRoles = Object.values(Role).filter(isForStaff);

/** As people write it: programme-lead. */
export const nameOf = (role: string) => role.toLowerCase().replaceAll('_', '-');

export const roleCalled = (name: string) =>
  Object.values(Role).find((role) => nameOf(role) === nameOf(name)) as Role;
