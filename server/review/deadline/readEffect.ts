import type { DeadlineEffect } from '#schema/review/deadline/DeadlineEffect.ts';
import { freshnessLimits } from '#server/common/freshnessOf.ts';
import type { Context } from '#server/context.ts';
import type { DeadlineInput } from './DeadlineInput.ts';
import { effectOfLaid, laidOut } from './deadlineSql.ts';
import { ensureDeadline } from './ensureDeadline.ts';

const reading = `with ${laidOut(
  `select id, trust_id, kind, months from review_deadline
     where (trust_id, kind) is distinct from ($2::uuid, $3::text)
   union all select $4::uuid, $2, $3, $5::smallint where $5 is not null`,
  '$1',
)} ${effectOfLaid('$6', '$7')}`;

/**
 * Hva en frist ville bety. For how many organisations it would make a difference, were it set or taken away now; nothing is written.
 *
 * Throws INVALID_INPUT, FORBIDDEN.
 */
export async function readEffect(
  context: Context,
  { trustId = null, kind = null, months = null }: DeadlineInput,
): Promise<DeadlineEffect> {
  await ensureDeadline(context, { trustId, months });
  const { database, today } = context;
  const { fresh, due } = freshnessLimits(today);
  const { rows } = await database.pool.query<DeadlineEffect>(reading, [
    today,
    trustId,
    kind,
    crypto.randomUUID(),
    months,
    fresh,
    due,
  ]);
  const [effect] = rows;
  if (!effect) throw new Error('A count has a row');
  return effect;
}
