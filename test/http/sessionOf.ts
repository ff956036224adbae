import { randomUUID } from 'node:crypto';

import type { Role } from '#schema/access/Role.ts';
import { cookieNames } from '#server/access/cookies.ts';
import { startSession } from '#server/access/session.ts';
import { hasStaff } from '#test/access/Reception.ts';
import type { Site } from '#test/launch/Site.ts';

/** What the browser of somebody who is signed in sends along, from a page of ours. */
export async function sessionOf(
  { database: { pool } }: Site,
  role: Role,
  publicUrl = 'http://localhost:4000',
): Promise<Record<string, string>> {
  const user = await hasStaff(pool, { subject: randomUUID(), role });
  const clock = () => new Date('2026-11-22T08:00:00Z');
  const secret = await startSession(
    { pool, clock },
    { userId: user, former: undefined, userAgent: undefined },
  );
  return {
    cookie: `${cookieNames(new URL(publicUrl)).session}=${secret}`,
    'sec-fetch-site': 'same-origin',
  };
}
