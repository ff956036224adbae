import type { Asking } from './AccessSettings.ts';
import { permissionsOf } from './permissions.ts';
import { areasColumn, scopeOf } from './scope.ts';
import type { Holder } from './session.ts';
import type { Viewer } from './Viewer.ts';

/**
 * En ansatt ved kommandolinjen. Whoever has a terminal on the machine does what somebody on the staff may, in that one's name; null where
 * nobody who may sign in is known by it. `known`: their address, or their identifier.
 *
 * They have shown who they are to the machine: that is as good as signing in anew.
 */
export async function viewerByHand(pool: Asking, known: string, now: Date): Promise<Viewer | null> {
  const { rows } = await pool.query<Holder>(
    `select u.id, u.name, u.role, ${areasColumn('u', '$2')} from staff_user u
     where (lower(u.email) = lower($1) or u.id::text = lower($1)) and u.disabled_at is null`,
    [known, now],
  );
  const [row, another] = rows;
  if (!row || another) return null;
  const { id, name, role, areas } = row;
  return {
    id,
    name,
    role,
    permissions: permissionsOf(role),
    scope: scopeOf(areas),
    breakGlass: null,
    via: 'system',
    sessionId: null,
    steppedUpAt: now,
  };
}
