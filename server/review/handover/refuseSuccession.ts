import { Field, ID, InputType } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { SuccessionState } from '#schema/review/handover/SuccessionState.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';
import { Conflict } from '#server/problems.ts';
import { ensureWords } from '#server/review/proposal/refuseChangeProposal.ts';
import { findSuccession, lockSuccession } from './findSuccession.ts';
import { openSuccessor } from './NamedSuccessor.ts';
import { tellLater } from './tellLater.ts';

@InputType({ description: 'A succession that is not right.' })
export class RefuseSuccessionInput {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => Text, {
    description: 'Why, for those whom it is about to read: at most 1000 characters.',
  })
  reason!: string;
}

/**
 * Avslå. Leaves the register as it is, and tells those whom it is about why. One that still waits for an answer may be refused, too: then
 * who was named can no longer say yes, and is not written to again.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (ALREADY_DECIDED).
 */
export async function refuseSuccession(
  context: Context,
  { id, reason }: RefuseSuccessionInput,
): Promise<string> {
  const found = await findSuccession(context, id);
  ensureWords('reason', reason);
  const { sealed, channel } = found;
  const successor = sealed ? openSuccessor(context.linkKey, { id, sealed, channel }) : null;
  await inTransaction(context.database.pool, async (run) => {
    const before = await lockSuccession(run, id);
    if (before !== SuccessionState.WAITING && before !== SuccessionState.CONFIRMED) {
      throw new Conflict('ALREADY_DECIDED');
    }
    await tellLater(run, context, found, successor);
    await run(
      `update succession set state = 'refused', decided_at = $2, decided_by = $3, reason = $4 where id = $1`,
      [id, context.now, context.viewer?.id, reason],
    );
    const fields = [{ field: 'state', before, after: SuccessionState.REFUSED }];
    const record = { record: 'succession', id, fields };
    await logChange(run, context, { verb: 'refuseSuccession', reason }, record);
  });
  return id;
}
