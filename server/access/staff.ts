import { demoIssuer } from '#schema/access/demoIssuer.ts';
import type { AccessSettings } from './AccessSettings.ts';
import type { Identity } from './identityProvider.ts';
import { SignInFailure } from './SignInFailure.ts';
import type { DemoUser } from './signInPages.ts';

type Store = Pick<AccessSettings, 'pool'>;

/** The user whom the provider's word is about. Nobody becomes one by signing in. Throws `SignInFailure`. */
export async function staffUserId(
  { pool }: Store,
  { issuer, subject }: Pick<Identity, 'issuer' | 'subject'>,
): Promise<string> {
  const { rows } = await pool.query<{ id: string; isDisabled: boolean }>(
    `select id, disabled_at is not null as "isDisabled" from staff_user where issuer = $1 and subject = $2`,
    [issuer, subject],
  );
  const [row] = rows;
  if (!row) throw new SignInFailure('unknownUser', { subject });
  if (row.isDisabled) throw new SignInFailure('disabledUser');
  return row.id;
}

/** Who somebody is to their issuer. */
export async function subjectOf({ pool }: Store, userId: string): Promise<string> {
  const { rows } = await pool.query<{ subject: string }>(
    'select subject from staff_user where id = $1',
    [userId],
  );
  return rows[0]?.subject ?? '';
}

/** Calls somebody what their provider calls them, where that is another name; the change log tells. */
export async function renameStaff(
  { pool, clock }: Pick<AccessSettings, 'pool' | 'clock'>,
  userId: string,
  name: string,
  requestId: string,
): Promise<void> {
  await pool.query(
    `with former as (select id, name from staff_user where id = $1 and name <> $2 for update),
          renamed as (
            update staff_user set name = $2, version = version + 1 from former where staff_user.id = former.id
            returning staff_user.id, version, former.name as former
          )
     insert into change (record, record_id, version, verb, by_id, via, at, request_id, fields)
     select 'staff_user', id, version, 'signIn', id, 'session', $3, $4,
       jsonb_build_array(jsonb_build_object('field', 'name', 'before', former, 'after', $2::text))
     from renamed`,
    [userId, name, clock(), requestId],
  );
}

/** The demo's invented users, in the order of their roles. */
export async function demoUsers({ pool }: Store): Promise<readonly DemoUser[]> {
  const { rows } = await pool.query<DemoUser>(
    `select subject, name, role from staff_user where issuer = $1 and disabled_at is null
     order by array_position(
       array['coordinator', 'recruiter', 'editor', 'programme_lead', 'privacy_officer', 'administrator', 'reader'], role
     ), name`,
    [demoIssuer],
  );
  return rows;
}
