import type { Role } from '#schema/access/Role.ts';
import type { AccessSettings } from './AccessSettings.ts';

/** Whom the identity provider vouches for, and what they come to do. */
export interface StaffMember {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
}

/**
 * Slippe inn for hånd. From the command line: lets somebody sign in from now on, or gives them another name or role; lifts a ban.
 *
 * Their identity is issuer and subject. A new role is in force at their next request. Gives whether they were new.
 */
export async function admitByHand(
  { pool }: Pick<AccessSettings, 'pool'>,
  { issuer, subject, name, email, role }: StaffMember,
): Promise<boolean> {
  const { rows } = await pool.query<{ is_new: boolean }>(
    `insert into staff_user (id, issuer, subject, name, email, role) values ($1, $2, $3, $4, $5, $6)
     on conflict (issuer, subject) do update
       set name = excluded.name, email = coalesce(excluded.email, staff_user.email), role = excluded.role, disabled_at = null
     returning xmax = 0 as is_new`,
    [crypto.randomUUID(), issuer, subject, name, email, role],
  );
  return rows[0]?.is_new === true;
}
