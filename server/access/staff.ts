import { demoIssuer } from '#schema/access/demoIssuer.ts';
import type { AccessSettings } from './AccessSettings.ts';
import type { Identity } from './identityProvider.ts';
import { SignInFailure } from './SignInFailure.ts';
import type { DemoUser } from './signInPages.ts';

type Store = Pick<AccessSettings, 'pool'>;

/** The user whom the provider's word is about. Nobody becomes one by signing in. Throws `SignInFailure`. */
export async function staffUserId({ pool }: Store, { issuer, subject }: Identity): Promise<string> {
  const { rows } = await pool.query<{ id: string; isDisabled: boolean }>(
    `select id, disabled_at is not null as "isDisabled" from staff_user where issuer = $1 and subject = $2`,
    [issuer, subject],
  );
  const [row] = rows;
  if (!row) throw new SignInFailure('unknownUser', { subject });
  if (row.isDisabled) throw new SignInFailure('disabledUser');
  return row.id;
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
