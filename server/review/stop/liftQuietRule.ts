import { Field, ID, InputType } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { inTransaction, type Run } from '#server/common/inTransaction.ts';
import { logChange } from '#server/common/logChange.ts';
import { whyNotText } from '#server/common/whyNotText.ts';
import { Wrong } from '#server/common/Wrong.ts';
import type { Context } from '#server/context.ts';
import { Conflict } from '#server/problems.ts';
import { findQuietRule } from './findQuietRule.ts';
import { type Quiet, quietColumns, toldOfQuiet } from './toldOfQuiet.ts';

const LONGEST = 500;

@InputType({ description: 'An organisation that no longer wants to be left alone.' })
export class LiftQuietRuleInput {
  @Field(() => ID, { description: 'The UUID of the rule.' })
  id!: string;

  @Field(() => Text, {
    description: 'Who in the organisation said so, and why: at most 500 characters.',
  })
  reason!: string;
}

/**
 * Opphever en regel om å la være å skrive. Somebody of the organisation has said that it may be written to again: it is, from the next round on, and so are
 * those of its addresses that had asked for no more letters. Who said so and why stands in the change log. Gives whose rule it was.
 *
 * The rule stays as one that no longer holds, for whoever thinks better of it. What nobody has answered yet is answered, and not lifted.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (ALREADY_DONE).
 */
export async function liftQuietRule(
  context: Context,
  { id, reason }: LiftQuietRuleInput,
): Promise<string> {
  const organisationId = await findQuietRule(context, id);
  const wrong = new Wrong();
  wrong.note('reason', whyNotText(reason, { most: LONGEST, isRequired: true, mayHaveLines: true }));
  wrong.refuse();
  await inTransaction(context.database.pool, async (run) => {
    const [lifted] = await run<Quiet>(
      `update quiet_rule set lifted_at = $2, lifted_by = $3
       where id = $1 and lifted_at is null and (objected_on is not null or paused_until > $4::date) returning ${quietColumns}`,
      [id, context.now, context.viewer?.id ?? null, context.today],
    );
    if (!lifted) throw new Conflict('ALREADY_DONE');
    const fields = toldOfQuiet(lifted, null);
    await logChange(
      run,
      context,
      { verb: 'liftQuietRule', reason },
      { record: 'quiet_rule', id, fields },
    );
    await allowLetters(run, context, { organisationId, ruleId: id });
  });
  return organisationId;
}

/** Whoever wants letters again gets them, also where the last word of an address was that there were to be no more. */
async function allowLetters(
  run: Run,
  context: Context,
  { organisationId, ruleId }: { readonly organisationId: string; readonly ruleId: string },
): Promise<void> {
  const stops = await run<{ id: string; purpose: string }>(
    `update mail_stop set lifted_with = $2 where lifted_with is null
       and contact_point_id in (select id from organisation_contact_point where organisation_id = $1)
     returning id, purpose`,
    [organisationId, ruleId],
  );
  for (const { id, purpose } of stops) {
    const fields = [{ field: 'purpose', before: purpose, after: null }];
    await logChange(run, context, { verb: 'allowMail' }, { record: 'mail_stop', id, fields });
  }
}
