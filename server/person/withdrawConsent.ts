import { Field, ID, InputType, Int } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { Consent } from '#schema/person/Consent.ts';
import { ConsentMethod } from '#schema/person/ConsentMethod.ts';
import { ensure } from '#server/access/ensure.ts';
import { change } from '#server/common/change.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { staleVersion } from '#server/common/staleVersion.ts';
import type { Context } from '#server/context.ts';
import { NotFound } from '#server/problems.ts';
import { findInScope } from './findInScope.ts';
import { mayRecordConsent } from './personRules.ts';

@InputType({ description: 'What a person no longer says yes to.' })
export class WithdrawConsentInput {
  @Field(() => ID, { description: 'The UUID of the consent.' })
  id!: string;

  @Field(() => Int, { description: 'The version that one saw.' })
  expectedVersion!: number;

  @Field(() => ConsentMethod, { description: 'How they said no.' })
  method!: ConsentMethod;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

/**
 * Trekke samtykke. From now on nobody reads for that purpose how the person can be reached: each read asks anew. What is withdrawn
 * already stays as it is.
 *
 * Throws NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION).
 */
export async function withdrawConsent(
  context: Context,
  input: WithdrawConsentInput,
): Promise<string> {
  const { id, expectedVersion, method, reason } = input;
  const { rows } = await context.reader.query<{ person: string }>(
    'select person_id as person from consent where id = $1',
    [isUuid(id) ? id : null],
  );
  if (!rows[0]) throw new NotFound(Consent.name);
  ensure(mayRecordConsent, context.viewer, await findInScope(context, rows[0].person));
  return change(context, { verb: 'withdrawConsent', reason }, async (em) => {
    const consent = await em.findOneOrFail(Consent, { id });
    if (consent.withdrawnAt) return id;
    if (consent.version !== expectedVersion) {
      throw await staleVersion(context, { type: Consent, id, version: expectedVersion });
    }
    consent.withdrawnAt = context.now;
    consent.withdrawnBy = method;
    return id;
  });
}
