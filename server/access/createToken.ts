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

/** Lage API-nøkkel for hånd. The change log tells of it, as done by the system. Gives the token: the only time that anyone sees it, for only its hash is kept. */
export async function createToken(
  { pool, clock }: Pick<AccessSettings, 'pool' | 'clock'>,
  { role, label, expiresAt, scope = wholeCountry }: TokenByHand,
): Promise<string> {
  const token = tokenPrefix + newSecret();
  await pool.query(
    `with made as (
       insert into api_token (id, hash, label, role, created_at, expires_at, scope_organisation_id, scope_area_number)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       returning id, label, role, expires_at
     )
     insert into change (record, record_id, version, verb, via, at, request_id, fields)
     select 'api_token', id, 1, 'createToken', 'system', $5, 'command line', jsonb_build_array(
       jsonb_build_object('field', 'label', 'before', null, 'after', label),
       jsonb_build_object('field', 'role', 'before', null, 'after', role),
       jsonb_build_object('field', 'expiresAt', 'before', null, 'after', expires_at)
     ) from made`,
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
