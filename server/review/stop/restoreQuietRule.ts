import { Field, ID, InputType } from 'type-graphql';

import { inTransaction } from '#server/common/inTransaction.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';
import { Conflict } from '#server/problems.ts';
import { findQuietRule } from './findQuietRule.ts';
import { type Quiet, quietColumns, toldOfQuiet } from './toldOfQuiet.ts';

@InputType({ description: 'A rule that was lifted by mistake.' })
export class RestoreQuietRuleInput {
  @Field(() => ID, { description: 'The UUID of the rule.' })
  id!: string;
}

/**
 * Angre opphevingen. The organisation is left alone as before, and so are its addresses. Twice is as good as once. Gives whose rule it is.
 *
 * Throws NOT_FOUND, FORBIDDEN, CONFLICT (CHANGED_SINCE).
 */
export async function restoreQuietRule(
  context: Context,
  { id }: RestoreQuietRuleInput,
): Promise<string> {
  const organisationId = await findQuietRule(context, id);
  await inTransaction(context.database.pool, async (run) => {
    const [rule] = await run<Quiet & { isLifted: boolean; isFollowed: boolean }>(
      `select ${quietColumns}, lifted_at is not null as "isLifted", exists (
         select from quiet_rule k where k.organisation_id = $2 and k.noted_at > q.lifted_at) as "isFollowed"
       from quiet_rule q where id = $1 for update`,
      [id, organisationId],
    );
    if (!rule?.isLifted) return;
    // They have said something else since.
    if (rule.isFollowed) throw new Conflict('CHANGED_SINCE');
    await run('update quiet_rule set lifted_at = null, lifted_by = null where id = $1', [id]);
    const fields = toldOfQuiet(null, rule);
    const deed = { verb: 'restoreQuietRule' };
    await logChange(run, context, deed, { record: 'quiet_rule', id, fields });
    const stops = await run<{ id: string; purpose: string }>(
      'update mail_stop set lifted_with = null where lifted_with = $1 returning id, purpose',
      [id],
    );
    for (const { id: stopId, purpose } of stops) {
      const stopped = [{ field: 'purpose', before: null, after: purpose }];
      const record = { record: 'mail_stop', id: stopId, fields: stopped };
      await logChange(run, context, { verb: 'stopMail' }, record);
    }
  });
  return organisationId;
}
