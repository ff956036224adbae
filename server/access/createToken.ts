import type { Role } from '#schema/access/Role.ts';
import type { AccessSettings } from './AccessSettings.ts';
import type { KeptScope } from './AccessScope.ts';
import { hashOf, newSecret } from './secret.ts';
import { tokenPrefix } from './token.ts';

/** What is made on the command line. */
interface TokenByHand {
  readonly role: Role;
  readonly label: string;
  readonly expiresAt: Date;
  readonly scope?: KeptScope;
}

const wholeCountry: KeptScope = { scopeOrganisationId: null, scopeAreaNumber: null };

/** Lage API-nøkkel for hånd. Gives the token: the only time that anyone sees it, for only its hash is kept. */
export async function createToken(
  { pool, clock }: Pick<AccessSettings, 'pool' | 'clock'>,
  { role, label, expiresAt, scope = wholeCountry }: TokenByHand,
): Promise<string> {
  const token = tokenPrefix + newSecret();
  await pool.query(
    `insert into api_token (id, hash, label, role, created_at, expires_at, scope_organisation_id, scope_area_number)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      crypto.randomUUID(),
      hashOf(token),
      label,
      role,
      clock(),
      expiresAt,
      scope.scopeOrganisationId,
      scope.scopeAreaNumber,
    ],
  );
  return token;
}
