import { Field, ID, InputType } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { ChangeProposalState } from '#schema/review/ChangeProposalState.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { decide } from './decide.ts';
import { ensureMayDecide, ensureOpen, lockProposal } from './findProposal.ts';

@InputType({ description: 'A proposal that is not taken in.' })
export class RefuseChangeProposalInput {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => Text, {
    description: 'Why, for the organisation to read: at most 1000 characters.',
  })
  reason!: string;
}

const LONGEST = 1_000;

/** What is written to an organisation. Throws INVALID_INPUT. */
export function ensureWords(field: string, text: string): void {
  if (!/[\p{L}\p{N}]/u.test(text)) throw new InvalidInput({ [field]: 'REQUIRED' });
  if (text.length > LONGEST) throw new InvalidInput({ [field]: 'TOO_LONG' });
}

/**
 * Avslå. Leaves the register as it is, and tells the organisation why.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (ALREADY_DECIDED).
 */
export async function refuseChangeProposal(
  context: Context,
  { id, reason }: RefuseChangeProposalInput,
): Promise<string> {
  await ensureMayDecide(context, id);
  ensureWords('reason', reason);
  await inTransaction(context.database.pool, async (run) => {
    ensureOpen(await lockProposal(run, id));
    await decide(run, context, id, {
      state: ChangeProposalState.REFUSED,
      verb: 'refuseChangeProposal',
      reason,
    });
  });
  return id;
}
