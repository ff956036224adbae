import { Role } from '#schema/access/Role.ts';
import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { PersonalLinkPurpose } from '#schema/access/PersonalLinkPurpose.ts';
import type { Asking } from '#server/access/AccessSettings.ts';
import { type Permission, permissionsOf } from '#server/access/permissions.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { hashOf, newSecret } from '#server/access/secret.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import type { LinkedKind } from './issueLink.ts';
import type { LinkKey } from './LinkKey.ts';

const minute = 60_000;
const lasts = 60 * minute;
const unmaskedFor = 10 * minute;
const kept = 24 * 60 * minute;

/** The moment, as the calendar of Oslo has it. */
export interface Moment {
  readonly now: Date;
  readonly today: string;
}

/** Lenkeøkt. One opening of a personal link in one browser: bound to one record and one purpose, for an hour. */
export interface LinkSession {
  readonly hash: string;
  readonly linkId: string;
  readonly recordKind: LinkedKind;
  readonly recordId: string;
  readonly purpose: PersonalLinkPurpose;
  readonly language: LinkLanguage;
  readonly expiresOn: string;
  readonly askedBy: { readonly name: string; readonly email: string | null } | null;
  readonly isUnmasked: boolean;
}

/** What somebody brings to open a link. */
export type Opener = { readonly token: string } | { readonly code: string };

export const hashOfOpener = (key: LinkKey, opener: Opener): string =>
  'token' in opener ? key.hashOf('token', opener.token) : key.hashOf('typed code', opener.code);

/**
 * Åpner. Opens a session and gives the cookie's value; null where no link that lives is opened by it.
 *
 * One statement does it, whether the link lives, has expired, was taken back or never was: the time it takes tells nobody which. Sessions
 * that have been over for a day go by the way.
 */
export async function openLink(
  pool: Asking,
  key: LinkKey,
  opener: Opener,
  { now, today }: Moment,
): Promise<string | null> {
  const secret = newSecret();
  const { rows } = await pool.query({
    name: 'open link',
    text: `with opened as (
        update personal_link set opened_at = coalesce(opened_at, $3)
        where (token_hash = $1 or code_hash = $1) and revoked_at is null and expires_on >= $4::date
        returning id
      ), forgotten as (delete from link_session where expires_at < $6)
      insert into link_session (hash, link_id, created_at, expires_at)
      select $2, id, $3, $5 from opened returning link_id`,
    values: [
      hashOfOpener(key, opener),
      hashOf(secret),
      now,
      today,
      after(now, lasts),
      after(now, -kept),
    ],
  });
  return rows.length === 1 ? secret : null;
}

/** The session that a cookie belongs to, while it lasts and its link lives. */
export async function linkSession(
  pool: Asking,
  secret: string,
  { now, today }: Moment,
): Promise<LinkSession | null> {
  const { rows } = await pool.query<
    Omit<LinkSession, 'askedBy'> & { askedByName: string | null; askedByEmail: string | null }
  >({
    name: 'link session',
    text: `select s.hash, l.id as "linkId", l.record_kind as "recordKind", l.record_id as "recordId", l.purpose, l.language,
        l.expires_on::text as "expiresOn", u.name as "askedByName", u.email as "askedByEmail",
        coalesce(s.unmasked_until > $2, false) as "isUnmasked"
      from link_session s join personal_link l on l.id = s.link_id left join staff_user u on u.id = l.issued_by
      where s.hash = $1 and s.ended_at is null and s.expires_at > $2 and l.revoked_at is null and l.expires_on >= $3::date`,
    values: [hashOf(secret), now, today],
  });
  const [row] = rows;
  if (!row) return null;
  const { askedByName, askedByEmail, ...session } = row;
  return { ...session, askedBy: askedByName ? { name: askedByName, email: askedByEmail } : null };
}

/** The session is over from the next request on. */
export async function endLinkSession(pool: Asking, secret: string, now: Date): Promise<void> {
  await pool.query('update link_session set ended_at = $2 where hash = $1 and ended_at is null', [
    hashOf(secret),
    now,
  ]);
}

/** From now on, and for ten minutes, the session shows the record's own contact details. */
export const unmask = (
  run: Run,
  { hash }: Pick<LinkSession, 'hash'>,
  now: Date,
): Promise<unknown> =>
  run('update link_session set unmasked_until = $2 where hash = $1', [
    hash,
    after(now, unmaskedFor),
  ]);

const roles: Readonly<Record<LinkedKind, Role>> = {
  organisation: Role.ORGANISATION_CONTACT,
  person: Role.PERSON,
};

/** Who asks by the link: nobody with an account, somebody with one record. */
export function viewerBy({ linkId, recordKind, recordId, isUnmasked }: LinkSession): Viewer {
  const role = roles[recordKind];
  const permissions = permissionsOf(role);
  return {
    id: linkId,
    name: '',
    role,
    permissions: isUnmasked
      ? new Set<Permission>([...permissions, 'ownContact.read'])
      : permissions,
    via: 'link',
    scope: null,
    breakGlass: null,
    sessionId: null,
    steppedUpAt: null,
    own: { kind: recordKind, id: recordId },
  };
}

const after = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds);
