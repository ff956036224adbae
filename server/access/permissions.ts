import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';

/** Tillatelse. One thing that one may do; roles are made of these, and rules ask for these, never for roles. */
export type Permission =
  /** See the records that one's row rules let through: organisations, people, the vocabulary; contact values of people masked. */
  | 'register.read'
  /** Search the register, and list what is in it. */
  | 'directory.search'
  /** Change organisations and people in one's scope. */
  | 'register.write'
  /** See what is to be done in the register, and what the registers of others propose. */
  | 'work.read'
  /** Make one of two records that are of the same, and say which are not. */
  | 'register.merge'
  /** Take a part of the register out of it, as a file. */
  | 'register.export'
  /** Bring files of organisations in one's scope, and put them into the register. */
  | 'register.import'
  /** See what people have consented to, and how. */
  | 'consent.read'
  /** Note that somebody said yes or no. */
  | 'consent.write'
  /** Erase a person. */
  | 'person.erase'
  /** Say that there is a crisis, and that it is over. */
  | 'crisis.declare'
  /** See more in a crisis, and account for it. */
  | 'breakGlass.open'
  /** Stand for what somebody else has opened, too. */
  | 'breakGlass.confirm'
  /** Look through what was opened, and end it. */
  | 'breakGlass.review'
  /** See what was changed of a record, by whom and why. */
  | 'history.read'
  /** See what was changed in the whole register. */
  | 'changeLog.read'
  /** See who has got to know how people are reached. */
  | 'readLog.read'
  /** Save searches under a name, share them with colleagues, and be told of who is new in them. */
  | 'audience.save'
  /** See and end one's own sessions. */
  | 'session.end'
  /** Say who of the staff may sign in, and as what. */
  | 'staff.manage'
  /** Make and revoke API tokens. */
  | 'token.manage'
  /** Send personal links to those whom records are about, within what one may write, and take them back. */
  | 'link.issue'
  /** Decide how the review is done in one's trusts. */
  | 'review.settings'
  /** Make, open and close rounds in which organisations are asked whether what stands here is right. */
  | 'review.run'
  /** Say that a round is done in one's trusts. */
  | 'review.signOff'
  /** Follow a round up: see who has answered, ring the others. */
  | 'review.call'
  /** Approve or refuse that somebody else has taken over, within one's scope. */
  | 'succession.decide'
  /** Answer organisations that want to be left alone, within one's scope. */
  | 'stop.answer'
  /** One's own contact details, in full; given for ten minutes to whoever has shown a code. */
  | 'ownContact.read'
  /** See how people can be reached, for one purpose, where they have consented to it. */
  | ContactPermission;

/** One for each purpose. */
export type ContactPermission = `contact.${Purpose}`;

const reads = ['register.read', 'directory.search'] as const;

/** What every human being on the staff may. */
const everyone = [...reads, 'session.end'] as const;

const table: Readonly<Record<Role, readonly Permission[]>> = {
  [Role.READER]: everyone,
  [Role.EDITOR]: [
    ...everyone,
    'audience.save',
    'register.write',
    'succession.decide',
    'stop.answer',
    'review.signOff',
    'review.call',
    'work.read',
    'register.merge',
    'register.export',
    'register.import',
    'history.read',
    'link.issue',
    'consent.read',
    'consent.write',
    'contact.register_care',
  ],
  [Role.COORDINATOR]: [
    ...everyone,
    'audience.save',
    'succession.decide',
    'register.export',
    'consent.read',
    'contact.crisis',
    'contact.meeting',
    'crisis.declare',
    'breakGlass.open',
    'breakGlass.confirm',
  ],
  [Role.RECRUITER]: [...everyone, 'audience.save', 'register.export', 'contact.council'],
  [Role.PROGRAMME_LEAD]: [
    ...everyone,
    'audience.save',
    'register.write',
    'succession.decide',
    'stop.answer',
    'review.settings',
    'review.run',
    'review.signOff',
    'review.call',
    'work.read',
    'register.merge',
    'register.export',
    'register.import',
    'history.read',
    'link.issue',
    'consent.read',
    'consent.write',
    'contact.register_care',
    'contact.crisis',
    'contact.meeting',
    'crisis.declare',
    'breakGlass.open',
    'breakGlass.confirm',
  ],
  [Role.PRIVACY_OFFICER]: [
    ...everyone,
    'stop.answer',
    'history.read',
    'changeLog.read',
    'readLog.read',
    'breakGlass.review',
    'consent.read',
    'consent.write',
    'person.erase',
    'contact.audit',
  ],
  [Role.ADMINISTRATOR]: [...everyone, 'staff.manage', 'token.manage'],
  [Role.SYSTEM]: [
    ...reads,
    'register.write',
    'succession.decide',
    'register.export',
    'register.import',
    'history.read',
    'contact.register_care',
    'contact.crisis',
    'contact.meeting',
    'contact.council',
  ],
  [Role.ORGANISATION_CONTACT]: ['register.read'],
  [Role.PERSON]: ['register.read'],
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

export const contactPermission = (purpose: Purpose): ContactPermission => `contact.${purpose}`;

/** The purposes that somebody may state. */
export const purposesOf = (permissions: ReadonlySet<Permission>): Purpose[] =>
  Object.values(Purpose).filter((purpose) => permissions.has(contactPermission(purpose)));
