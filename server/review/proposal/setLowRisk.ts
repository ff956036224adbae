import { Field, ID, InputType } from 'type-graphql';

import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { LowRiskField } from '#schema/review/LowRiskField.ts';
import { ensure } from '#server/access/ensure.ts';
import { touches } from '#server/access/scope.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';
import { type Placed, placesOf } from '#server/organisation/organisationRules.ts';
import { NotFound } from '#server/problems.ts';
import { findPlaced } from '#server/review/findPlaced.ts';

@InputType({ description: 'What a trust has taken in unseen of what organisations propose.' })
export class SetLowRiskInput {
  @Field(() => ID, { description: 'The UUID of the health trust.' })
  trustId!: string;

  @Field(() => [LowRiskField], {
    description: 'The fields; none where somebody is to look at all of it.',
  })
  fields!: LowRiskField[];
}

/** Whoever leads the programme decides for the trusts in their scope. */
export const maySetLowRisk = ({ permissions, scope }: Viewer, trust: Placed): boolean =>
  permissions.has('review.settings') && touches(scope, placesOf(trust));

/**
 * Velge hva som tas inn usett. From now on, what organisations that the trust answers for propose of these fields alone is taken in at once.
 *
 * Throws NOT_FOUND, FORBIDDEN.
 */
export async function setLowRisk(
  context: Context,
  { trustId, fields }: SetLowRiskInput,
): Promise<LowRiskField[]> {
  ensure(maySetLowRisk, context.viewer, await findPlaced(context, trustId));
  const chosen = [...new Set(fields)].toSorted();
  await inTransaction(context.database.pool, async (run) => {
    const [trust] = await run<{ before: string[] | null }>(
      `select t.low_risk as before from organisation o left join review_trust t on t.trust_id = o.id
       where o.id = $1 and o.kind = any($2) for no key update of o`,
      [trustId, [OrganisationKind.HEALTH_TRUST, OrganisationKind.HOSPITAL]],
    );
    if (!trust) throw new NotFound('HealthTrust');
    await run(
      `insert into review_trust (trust_id, low_risk, set_at) values ($1, $2, $3)
       on conflict (trust_id) do update set low_risk = excluded.low_risk, set_at = excluded.set_at`,
      [trustId, chosen, context.now],
    );
    const lowRisk = { before: trust.before?.join(', ') ?? null, after: chosen.join(', ') };
    await logChange(
      run,
      context,
      { verb: 'setLowRisk' },
      { record: 'review_trust', id: trustId, fields: [{ field: 'lowRisk', ...lowRisk }] },
    );
  });
  return chosen;
}

/** What a trust has taken in unseen today. */
export async function readLowRisk(context: Context, trustId: string): Promise<LowRiskField[]> {
  const { rows } = await context.database.pool.query<{ fields: LowRiskField[] }>(
    'select low_risk as fields from review_trust where trust_id = $1',
    [isUuid(trustId) ? trustId : null],
  );
  return rows[0]?.fields ?? [];
}
