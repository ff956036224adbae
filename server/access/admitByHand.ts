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
 * Their identity is issuer and subject. A new role is in force at their next request. The change log tells of it, as done by the system.
 * Gives whether they were new.
 */
export async function admitByHand(
  { pool, clock }: Pick<AccessSettings, 'pool' | 'clock'>,
  { issuer, subject, name, email, role }: StaffMember,
): Promise<boolean> {
  const { rows } = await pool.query<{ is_new: boolean }>(
    `with former as (
       select name, email, role, disabled_at from staff_user where issuer = $2 and subject = $3 for update
     ), kept as (
       insert into staff_user (id, issuer, subject, name, email, role)
       -- Who they were is looked up before they are somebody else.
       select $1, $2, $3, $4, $5, $6 from (select count(*) from former) as looked
       on conflict (issuer, subject) do update
         set name = excluded.name, email = coalesce(excluded.email, staff_user.email), role = excluded.role,
           disabled_at = null, version = staff_user.version + 1
       returning id, version, name, email, role
     ), told as (
       insert into change (record, record_id, version, verb, via, at, request_id, fields)
       select 'staff_user', kept.id, kept.version, 'admitByHand', 'system', $7, 'command line', coalesce((
         select jsonb_agg(jsonb_build_object('field', field, 'before', before, 'after', after))
         from (values
           ('name', to_jsonb(former.name), to_jsonb(kept.name)),
           ('email', to_jsonb(former.email), to_jsonb(kept.email)),
           ('role', to_jsonb(former.role), to_jsonb(kept.role)),
           ('disabledAt', to_jsonb(former.disabled_at), null)
         ) as fields(field, before, after)
         where before is distinct from after
       ), '[]')
       from kept left join former on true
     )
     select not exists (select from former) as is_new from kept`,
    [crypto.randomUUID(), issuer, subject, name, email, role, clock()],
  );
  return rows[0]?.is_new === true;
}
