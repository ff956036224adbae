import { Role } from '#schema/access/Role.ts';

/** Tillatelse. One thing that one may do; roles are made of these, and rules ask for these, never for roles. */
export type Permission =
  /** Organisations, people, the vocabulary; contact values of people masked. */
  | 'register.read'
  /** The contact values of people. */
  | 'personContact.read'
  /** Change organisations and people. */
  | 'register.write'
  /** See and end one's own sessions. */
  | 'session.end'
  /** Say who of the staff may sign in, and as what. */
  | 'staff.manage'
  /** Make and revoke API tokens. */
  | 'token.manage';

/** What every human being on the staff may. */
const everyone = ['register.read', 'session.end'] as const;

const table: Readonly<Record<Role, readonly Permission[]>> = {
  [Role.READER]: [...everyone],
  [Role.EDITOR]: [...everyone, 'personContact.read', 'register.write'],
  [Role.COORDINATOR]: [...everyone, 'personContact.read'],
  [Role.RECRUITER]: [...everyone, 'personContact.read'],
  [Role.PROGRAMME_LEAD]: [...everyone, 'personContact.read', 'register.write'],
  [Role.PRIVACY_OFFICER]: [...everyone],
  [Role.ADMINISTRATOR]: [...everyone, 'staff.manage', 'token.manage'],
  [Role.SYSTEM]: ['register.read', 'personContact.read', 'register.write'],
};

const sets = new Map(
  Object.entries(table).map(([role, permissions]) => [role, new Set(permissions)]),
);

/** What a role may do. */
export const permissionsOf = (role: Role): ReadonlySet<Permission> => sets.get(role) ?? new Set();

const all = new Set(Object.values(table).flat());

/** The permissions of these names; a name that is none any longer gives nothing. */
export const permissionsNamed = (names: readonly string[]): ReadonlySet<Permission> =>
  new Set([...all].filter((permission) => names.includes(permission)));
