import type { AccessSettings } from './AccessSettings.ts';
import { permissionsNamed, permissionsOf } from './permissions.ts';
import { hashOf } from './secret.ts';
import { areasColumn, scopeOf } from './scope.ts';
import type { Holder } from './session.ts';
import type { Viewer } from './Viewer.ts';

/** How every token begins, so that one that leaked is recognised for what it is. */
export const tokenPrefix = 'samband_';

const minute = 60_000;

interface TokenHolder extends Holder {
  readonly permissions: readonly string[] | null;
}

/** Who the token lets in, if it lives. */
export async function tokenViewer(
  { pool, clock }: Pick<AccessSettings, 'pool' | 'clock'>,
  token: string,
): Promise<Viewer | null> {
  if (!token.startsWith(tokenPrefix)) return null;
  const now = clock();
  const { rows } = await pool.query<TokenHolder>({
    name: 'token viewer',
    text: `select id, label as name, role, permissions, last_used_at is null or last_used_at <= $3 as unmarked,
             ${areasColumn('t', '$2')}
           from api_token t where hash = $1 and revoked_at is null and expires_at > $2`,
    values: [hashOf(token), now, new Date(now.getTime() - minute)],
  });
  const [row] = rows;
  if (!row) return null;
  if (row.unmarked) {
    await pool.query('update api_token set last_used_at = $2 where id = $1', [row.id, now]);
  }
  const { id, name, role, areas, permissions } = row;
  return {
    id,
    name,
    role,
    permissions: permissions ? permissionsNamed(permissions) : permissionsOf(role),
    scope: scopeOf(areas),
    breakGlass: null,
    via: 'token',
    sessionId: null,
    steppedUpAt: null,
  };
}
