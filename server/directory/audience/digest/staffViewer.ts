import type pg from 'pg';

import type { Role } from '#schema/access/Role.ts';
import { permissionsOf } from '#server/access/permissions.ts';
import { areasColumn, scopeOf } from '#server/access/scope.ts';
import type { Viewer } from '#server/access/Viewer.ts';

/** Somebody whom the house writes to. */
export interface Addressee {
  readonly viewer: Viewer;
  readonly email: string | null;
}

/** Somebody on the staff, with what they may at that moment, for what is done for them while they are away; null for who may sign in no more. */
export async function staffViewer(
  pool: pg.Pool,
  userId: string,
  now: Date,
): Promise<Addressee | null> {
  const { rows } = await pool.query<{
    name: string;
    role: Role;
    email: string | null;
    areas: number[] | null;
  }>(
    `select u.name, u.role, u.email, ${areasColumn('u', '$2')} from staff_user u
     where u.id = $1 and u.disabled_at is null`,
    [userId, now],
  );
  const [row] = rows;
  if (!row) return null;
  const { name, role, email, areas } = row;
  return {
    email,
    viewer: {
      id: userId,
      name,
      role,
      permissions: permissionsOf(role),
      scope: scopeOf(areas),
      breakGlass: null,
      via: 'session',
      sessionId: null,
      steppedUpAt: null,
    },
  };
}
