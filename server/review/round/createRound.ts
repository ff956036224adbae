import { inTransaction } from '#server/common/inTransaction.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { ensure } from '#server/access/ensure.ts';
import type { Context } from '#server/context.ts';
import { Conflict, InvalidInput } from '#server/problems.ts';
import { logRound, toldOf } from './logRound.ts';
import { type Plan, readPlan } from './readPlan.ts';
import type { CreateReviewRoundInput } from './RoundInput.ts';
import { mayMakeRound } from './roundRules.ts';

/**
 * Lage en oppdateringsrunde. Makes a draft; nobody is written to.
 *
 * Throws FORBIDDEN, INVALID_INPUT, CONFLICT (ID_IS_TAKEN).
 */
export async function createRound(
  context: Context,
  { id, ...asked }: CreateReviewRoundInput,
): Promise<string> {
  const { viewer, now, database } = context;
  ensure(() => viewer !== null && mayMakeRound(viewer), viewer, null);
  if (!isUuid(id)) throw new InvalidInput({ id: 'NOT_A_UUID' });
  const plan = await readPlan(context, asked);
  await inTransaction(database.pool, async (run) => {
    const [made] = await run(
      `insert into review_round (id, name, audience_id, search, opens_on, due_on, reminder_days, last_call_days, texts, signed_by, asks,
         made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (id) do nothing returning id`,
      [id, ...columnsOf(plan), viewer.id, now],
    );
    if (made) return logRound(run, context, 'createReviewRound', id, toldOf(null, plan));
    const [known] = await run<{ isIt: boolean }>(
      'select made_by = $2 as "isIt" from review_round where id = $1',
      [id, viewer.id],
    );
    if (!known?.isIt) throw new Conflict('ID_IS_TAKEN');
  });
  return id;
}

/** In the order of the table. */
export const columnsOf = (plan: Plan): readonly unknown[] => [
  plan.name,
  plan.audienceId,
  plan.search && JSON.stringify(plan.search),
  plan.opensOn,
  plan.dueOn,
  plan.reminderDays,
  plan.lastCallDays,
  JSON.stringify(plan.texts),
  plan.signedBy,
  plan.asks,
];
