import { ChangeProposalState } from '#schema/review/ChangeProposalState.ts';
import type { FieldChange } from '#server/common/FieldChange.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';

/** What becomes of a proposal. */
export interface Decision {
  readonly state: Exclude<ChangeProposalState, ChangeProposalState.OPEN>;
  readonly verb: string;
  readonly reason: string | null;
  readonly applied?: readonly FieldChange[];
  readonly verificationId?: string;
}

/** The organisation is told so many seconds later: whoever pressed the wrong key has taken it back by then. */
const delay = 20;

/** Avgjør. Notes what somebody has decided, and has the organisation told in its own language, in a while. */
export async function decide(
  run: Run,
  context: Context,
  id: string,
  { state, verb, reason, applied, verificationId }: Decision,
): Promise<void> {
  await run(
    `update change_proposal set state = $2, decided_at = $3, decided_by = $4, reason = $5, applied = $6, verification_id = $7
     where id = $1`,
    [
      id,
      state,
      context.now,
      context.viewer?.id,
      reason,
      applied ? JSON.stringify(applied) : null,
      verificationId ?? null,
    ],
  );
  const fields = [{ field: 'state', before: ChangeProposalState.OPEN, after: state }];
  await logChange(run, context, { verb, reason }, { record: 'change_proposal', id, fields });
  await addJob(run, 'tellProposer', { proposalId: id }, `proposal ${id}`, delay);
}
