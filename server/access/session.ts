import type { AccessSettings } from './AccessSettings.ts';
import { permissionsOf } from './permissions.ts';
import { hashOf, newSecret } from './secret.ts';
import type { Viewer } from './Viewer.ts';

const minute = 60_000;
const idle = 30 * minute;
const absolute = 8 * 60 * minute;
const kept = 30 * 24 * 60 * minute;

type Store = Pick<AccessSettings, 'pool' | 'clock'>;

/**
 * Starts a session and gives the cookie's value: always a new one, and the one that the browser came with is over.
 *
 * Rows that have been over for thirty days go by the way.
 */
export async function startSession(
  { pool, clock }: Store,
  userId: string,
  former: string | undefined,
): Promise<string> {
  const secret = newSecret();
  const now = clock();
  await pool.query(
    `with ended as (update session set ended_at = $3 where hash = $5 and ended_at is null),
          forgotten as (delete from session where expires_at < $6)
     insert into session (hash, user_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, $3, $4)`,
    [hashOf(secret), userId, now, after(now, absolute), hashOf(former ?? ''), after(now, -kept)],
  );
  return secret;
}

/** The session is over from the next request on, wherever its cookie may be. */
export async function endSession({ pool, clock }: Store, secret: string): Promise<void> {
  await pool.query('update session set ended_at = $2 where hash = $1 and ended_at is null', [
    hashOf(secret),
    clock(),
  ]);
}

/** Who the cookie belongs to, if its session lives and its user may still sign in. */
export async function sessionViewer(
  { pool, clock }: Store,
  secret: string,
): Promise<Viewer | null> {
  const [hash, now] = [hashOf(secret), clock()];
  const { rows } = await pool.query<Pick<Viewer, 'id' | 'name' | 'role'> & { unmarked: boolean }>({
    name: 'session viewer',
    text: `select u.id, u.name, u.role, s.last_seen_at <= $3 as unmarked
           from session s join staff_user u on u.id = s.user_id
           where s.hash = $1 and s.ended_at is null and u.disabled_at is null
             and s.expires_at > $2 and s.last_seen_at > $4`,
    values: [hash, now, after(now, -minute), after(now, -idle)],
  });
  const [row] = rows;
  if (!row) return null;
  if (row.unmarked) {
    await pool.query('update session set last_seen_at = $2 where hash = $1', [hash, now]);
  }
  const { id, name, role } = row;
  return { id, name, role, permissions: permissionsOf(role), via: 'session' };
}

const after = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds);
