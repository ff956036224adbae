import { Field, ID, InputType } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { ChangeProposalState } from '#schema/review/ChangeProposalState.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { Conflict } from '#server/problems.ts';
import { decide } from './decide.ts';
import { ensureMayDecide, ensureOpen, lockProposal } from './findProposal.ts';
import { ensureWords } from './refuseChangeProposal.ts';

@InputType({ description: 'What is not clear about a proposal.' })
export class AskAboutChangeProposalInput {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => Text, {
    description: 'The question, for the organisation to read: at most 1000 characters.',
  })
  question!: string;
}

/**
 * Spør tilbake. Sends the organisation a question in its language, with a new link to answer by.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (ALREADY_DECIDED, NO_LINK).
 */
export async function askAboutChangeProposal(
  context: Context,
  { id, question }: AskAboutChangeProposalInput,
): Promise<string> {
  await ensureMayDecide(context, id);
  ensureWords('question', question);
  await inTransaction(context.database.pool, async (run) => {
    const proposal = await lockProposal(run, id);
    ensureOpen(proposal);
    // Where it went is known by the link that it came by.
    if (!proposal.linkId) throw new Conflict('NO_LINK');
    const decision = {
      state: ChangeProposalState.ASKED,
      verb: 'askAboutChangeProposal',
      reason: question,
    } as const;
    await decide(run, context, id, decision);
  });
  return id;
}
