import { Role } from '#schema/access/Role.ts';

/** Tillatelse. One thing that one may do; roles are made of these, and rules ask for these, never for roles. */
export type Permission =
  /** Organisations, people, the vocabulary; contact values of people masked. */
  | 'register.read'
  /** The contact values of people. */
  | 'personContact.read'
  /** Change organisations and people. */
  | 'register.write';

const table: Readonly<Record<Role, readonly Permission[]>> = {
  [Role.READER]: ['register.read'],
  [Role.EDITOR]: ['register.read', 'personContact.read', 'register.write'],
  [Role.COORDINATOR]: ['register.read', 'personContact.read'],
  [Role.RECRUITER]: ['register.read', 'personContact.read'],
  [Role.PROGRAMME_LEAD]: ['register.read', 'personContact.read', 'register.write'],
  [Role.PRIVACY_OFFICER]: ['register.read'],
  [Role.ADMINISTRATOR]: ['register.read'],
  [Role.SYSTEM]: ['register.read', 'personContact.read', 'register.write'],
};

const sets = new Map(
  Object.entries(table).map(([role, permissions]) => [role, new Set(permissions)]),
);

/** What a role may do. */
export const permissionsOf = (role: Role): ReadonlySet<Permission> => sets.get(role) ?? new Set();
