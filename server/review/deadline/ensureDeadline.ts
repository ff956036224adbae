import { longestDeadline, shortestDeadline } from '#server/common/deadlineMonths.ts';
import { ensure } from '#server/access/ensure.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import type { Placed } from '#server/organisation/organisationRules.ts';
import { InvalidInput } from '#server/problems.ts';
import type { DeadlineInput } from './DeadlineInput.ts';
import { maySetDeadline } from './deadlineRules.ts';

/**
 * That a deadline can be set, and by the viewer: its trust answers for places, its months are so many as may be.
 *
 * Throws INVALID_INPUT: `trustId: UNKNOWN_TRUST`, `months: FROM_6_TO_36`. FORBIDDEN.
 */
export async function ensureDeadline(
  context: Context,
  { trustId = null, months = null }: Pick<DeadlineInput, 'trustId' | 'months'>,
): Promise<void> {
  const trust = trustId === null ? null : await findTrust(context, trustId);
  const wrong: Record<string, string> = {};
  if (trustId !== null && !trust) wrong['trustId'] = 'UNKNOWN_TRUST';
  if (months !== null && (months < shortestDeadline || months > longestDeadline)) {
    wrong['months'] = `FROM_${shortestDeadline}_TO_${longestDeadline}`;
  }
  if (Object.keys(wrong).length) throw new InvalidInput(wrong);
  ensure(maySetDeadline, context.viewer, trust);
}

/** One that answers for some place, today or from a later day on. */
async function findTrust({ database, today }: Context, id: string): Promise<Placed | null> {
  const { rows } = await database.pool.query<Placed>(
    `select served_areas as "servedAreas", seat_number as seat from organisation o
     where id = $1 and archived_on is null and merged_into is null and exists (
       select from catchment where trust_id = o.id and care = 'somatic' and coalesce(until, 'infinity') >= $2::date
     )`,
    [isUuid(id) ? id : null, today],
  );
  return rows[0] ?? null;
}
