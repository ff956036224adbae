import { Field, ID, InputType } from 'type-graphql';

import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { ChangeProposalState } from '#schema/review/ChangeProposalState.ts';
import { reversed } from '#server/common/FieldChange.ts';
import { inTransaction, type Run } from '#server/common/inTransaction.ts';
import { logChange } from '#server/common/logChange.ts';
import { recordWritten } from '#server/common/recordWritten.ts';
import type { Context } from '#server/context.ts';
import { Conflict } from '#server/problems.ts';
import { noteVerification } from '#server/review/noteVerification.ts';
import { ensureMayDecide, type FoundProposal, lockProposal } from './findProposal.ts';
import { isOvertaken } from './overtaken.ts';
import { lockStanding } from './readStanding.ts';

@InputType({ description: 'A proposal that was answered by mistake.' })
export class ReopenChangeProposalInput {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;
}

/**
 * Angre. Has a proposal wait again, with what it wrote taken back, while nobody has been told of the answer.
 *
 * Throws NOT_FOUND, FORBIDDEN, CONFLICT (ALREADY_TOLD, CHANGED_SINCE). Twice is as good as once.
 */
export async function reopenChangeProposal(
  context: Context,
  { id }: ReopenChangeProposalInput,
): Promise<string> {
  await ensureMayDecide(context, id);
  await inTransaction(context.database.pool, async (run) => {
    const proposal = await lockProposal(run, id);
    if (proposal.state === ChangeProposalState.OPEN) return;
    if (proposal.toldAt) throw new Conflict('ALREADY_TOLD');
    await takeBack(run, context, proposal);
    await run(
      `update change_proposal set state = 'open', decided_at = null, decided_by = null, applied = null, reason = null,
         verification_id = null where id = $1`,
      [id],
    );
    const fields = [{ field: 'state', before: proposal.state, after: ChangeProposalState.OPEN }];
    const record = { record: 'change_proposal', id, fields };
    await logChange(run, context, { verb: 'reopenChangeProposal' }, record);
  });
  return id;
}

async function takeBack(
  run: Run,
  context: Context,
  { organisationId, applied, verificationId, group, proposedOn }: FoundProposal,
): Promise<void> {
  const standing = await lockStanding(run, organisationId);
  if (applied?.length && standing) {
    const fields = reversed(applied);
    if (fields.some((change) => isOvertaken(standing, change, fields))) {
      throw new Conflict('CHANGED_SINCE');
    }
    const record = { type: Organisation, id: organisationId, version: standing.version, fields };
    const { text, values } = recordWritten(context, { verb: 'reopenChangeProposal' }, record, {
      fields,
      tie: null,
    });
    await run(text, values);
  }
  if (!verificationId) return;
  await noteVerification(run, context, {
    id: crypto.randomUUID(),
    organisationId,
    groups: [group],
    method: VerificationMethod.LINK,
    on: proposedOn,
    note: null,
    takesBack: verificationId,
  });
}
