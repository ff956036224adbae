import type { Purpose } from '#schema/access/Purpose.ts';
import type { Context } from '#server/context.ts';

/** A yes that holds today. */
export interface LivingConsent {
  readonly id: string;
  readonly version: number;
  readonly purpose: Purpose;
  readonly expiresOn: string;
}

/** Samtykker som gjelder. What a person has said yes to, and neither withdrawn nor outlived. */
export async function readConsents(context: Context, personId: string): Promise<LivingConsent[]> {
  const { rows } = await context.database.pool.query<LivingConsent>(
    `select id, version, purpose, expires_on::text as "expiresOn" from consent
     where person_id = $1 and withdrawn_at is null and expires_on >= $2::date order by purpose, id`,
    [personId, context.today],
  );
  return rows;
}
