import type { Role } from '#schema/access/Role.ts';
import { createToken } from '#server/access/createToken.ts';
import type { Site } from '#test/launch/Site.ts';

/** A system's way in, on the day that the site goes by. */
export const tokenOf = ({ database }: Site, role: Role): Promise<string> =>
  createToken(
    { pool: database.pool, clock: () => new Date('2026-11-22T08:00:00Z') },
    { role, label: 'En prøve', expiresAt: new Date('2026-12-22T08:00:00Z') },
  );
