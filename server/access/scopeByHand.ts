import type { AccessSettings } from './AccessSettings.ts';
import type { KeptScope } from './AccessScope.ts';

/** What a scope on the command line names: an area by its code, a trust or a region by its organisation number or its id; null for nothing. */
export async function scopeByHand(
  { pool }: Pick<AccessSettings, 'pool'>,
  named: string,
): Promise<KeptScope | null> {
  const { rows } = await pool.query<KeptScope>(
    `select id as "scopeOrganisationId", null::integer as "scopeAreaNumber" from organisation
     where kind in ('health_authority', 'health_trust', 'hospital') and (id::text = $1 or number = $1)
     union all
     select null, number from area where code = $1 and kind <> 'country'`,
    [named],
  );
  return rows[0] ?? null;
}
