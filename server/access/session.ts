import type { AccessSettings } from './AccessSettings.ts';
import { browserOf } from './browserOf.ts';
import { permissionsOf } from './permissions.ts';
import { hashOf, newSecret } from './secret.ts';
import { areasColumn, scopeOf } from './scope.ts';
import type { Viewer } from './Viewer.ts';

const minute = 60_000;
/** How long a session lasts with nobody at it, and at most. */
export const idle = 30 * minute;
const absolute = 8 * 60 * minute;
const kept = 30 * 24 * 60 * minute;

/** What the database tells of the holder of a credential. */
export interface Holder extends Pick<Viewer, 'id' | 'name' | 'role'> {
  /** Whether it is a while since it was noted that the credential is in use. */
  readonly unmarked: boolean;
  readonly areas: readonly number[] | null;
}

type Store = Pick<AccessSettings, 'pool' | 'clock'>;

/** The browser that signs in. */
interface Arrival {
  readonly userId: string;
  /** The value of the cookie that it came with. */
  readonly former: string | undefined;
  readonly userAgent: string | undefined;
}

/**
 * Starts a session and gives the cookie's value: always a new one, and the one that the browser came with is over.
 *
 * Rows that have been over for thirty days go by the way.
 */
export async function startSession(
  { pool, clock }: Store,
  { userId, former, userAgent }: Arrival,
): Promise<string> {
  const secret = newSecret();
  const now = clock();
  const { browser, system } = browserOf(userAgent);
  await pool.query(
    `with ended as (update session set ended_at = $3 where hash = $5 and ended_at is null),
          forgotten as (delete from session where expires_at < $6),
          come as (update staff_user set last_signed_in_at = $3 where id = $2)
     insert into session (hash, user_id, created_at, last_seen_at, expires_at, browser, system)
     values ($1, $2, $3, $3, $4, $7, $8)`,
    [
      hashOf(secret),
      userId,
      now,
      after(now, absolute),
      hashOf(former ?? ''),
      after(now, -kept),
      browser,
      system,
    ],
  );
  return secret;
}

/** The session that a step-up was begun in. */
export interface SteppingUp {
  readonly secret: string;
  readonly sessionId: string;
  readonly userId: string;
}

/**
 * Notes that the owner of a session has signed in anew, and gives the new value of its cookie; the old one is worth nothing from now on.
 * Null, and nothing changed, where the session is over or another.
 */
export async function stepUp(
  { pool, clock }: Store,
  { secret, sessionId, userId }: SteppingUp,
): Promise<string | null> {
  const next = newSecret();
  const now = clock();
  const { rows } = await pool.query(
    `update session set hash = $2, stepped_up_at = $5, last_seen_at = $5
     where hash = $1 and id = $3 and user_id = $4 and ended_at is null and expires_at > $5 and last_seen_at > $6
     returning id`,
    [hashOf(secret), hashOf(next), sessionId, userId, now, after(now, -idle)],
  );
  return rows.length ? next : null;
}

/** The session is over from the next request on, wherever its cookie may be. */
export async function signOut({ pool, clock }: Store, secret: string): Promise<void> {
  await pool.query('update session set ended_at = $2 where hash = $1 and ended_at is null', [
    hashOf(secret),
    clock(),
  ]);
}

interface SessionHolder extends Holder, Pick<Viewer, 'breakGlass'> {
  readonly sessionId: string;
  readonly steppedUpAt: string | null;
}

/** Who the cookie belongs to, if its session lives and its user may still sign in. */
export async function sessionViewer(
  { pool, clock }: Store,
  secret: string,
): Promise<Viewer | null> {
  const [hash, now] = [hashOf(secret), clock()];
  const { rows } = await pool.query<SessionHolder>({
    name: 'session viewer',
    text: `select u.id, u.name, u.role, s.id as "sessionId", s.stepped_up_at as "steppedUpAt",
             s.last_seen_at <= $3 as unmarked,
             ${areasColumn('u', '$2')},
             (select b.id from break_glass b where b.user_id = u.id and b.accounted_at is null
              and b.closed_at is null and b.expires_at > $2) as "breakGlass"
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
  const { id, name, role, areas, breakGlass, sessionId } = row;
  const steppedUpAt = row.steppedUpAt === null ? null : new Date(row.steppedUpAt);
  const permissions = permissionsOf(role);
  const scope = scopeOf(areas);
  return { id, name, role, permissions, scope, breakGlass, via: 'session', sessionId, steppedUpAt };
}

const after = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds);
