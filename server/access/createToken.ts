import type { Role } from '#schema/access/Role.ts';
import type { AccessSettings } from './AccessSettings.ts';
import { hashOf, newSecret } from './secret.ts';
import { tokenPrefix } from './token.ts';

/** Lage API-nøkkel. Gives the token: the only time that anyone sees it, for only its hash is kept. */
export async function createToken(
  { pool, clock }: Pick<AccessSettings, 'pool' | 'clock'>,
  { role, label, expiresAt }: { role: Role; label: string; expiresAt: Date },
): Promise<string> {
  const token = tokenPrefix + newSecret();
  await pool.query(
    `insert into api_token (id, hash, label, role, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
    [crypto.randomUUID(), hashOf(token), label, role, clock(), expiresAt],
  );
  return token;
}
