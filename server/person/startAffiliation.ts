import { Field, ID, InputType } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { Affiliation } from '#schema/person/Affiliation.ts';
import { ensurePermission } from '#server/access/ensure.ts';
import { changeRecords } from '#server/common/changeRecords.ts';
import { idOf } from '#server/common/idOf.ts';
import { madeOnce } from '#server/common/madeOnce.ts';
import { whyNotText } from '#server/common/whyNotText.ts';
import { Wrong } from '#server/common/Wrong.ts';
import type { Context } from '#server/context.ts';
import { AffiliationFactsInput } from './AffiliationFactsInput.ts';
import { affiliationMade } from './affiliationMade.ts';

@InputType({ description: 'Who becomes what to which organisation, and when.' })
export class StartAffiliationInput extends AffiliationFactsInput {
  @Field(() => ID, {
    description:
      'A UUID that the asker makes: the same one again gives the same affiliation, once.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The UUID of the person.' })
  personId!: string;

  @Field(() => ID, { description: 'The UUID of the organisation.' })
  organisationId!: string;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

/**
 * Knytte til. Says that somebody is something to an organisation, from one day on, or was from one day until another.
 *
 * Throws FORBIDDEN, NOT_FOUND, INVALID_INPUT.
 */
export async function startAffiliation(
  context: Context,
  input: StartAffiliationInput,
): Promise<string> {
  const { viewer } = context;
  const { idempotencyKey, reason } = input;
  ensurePermission('register.write', viewer);
  const idFor = (what: string) => idOf(viewer.id, `startAffiliation ${what}`, idempotencyKey);
  const id = idFor('affiliation');
  return madeOnce(context, Affiliation, id, async () => {
    const wrong = new Wrong();
    if (reason) wrong.note('reason', whyNotText(reason, { mayHaveLines: true }));
    const changes = await affiliationMade(context, { ...input, id }, wrong);
    wrong.refuse();
    const batchId = idFor('batch');
    await changeRecords(context, { verb: 'startAffiliation', reason, batchId }, changes);
  });
}
