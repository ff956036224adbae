import type { FieldGroup } from '#schema/review/FieldGroup.ts';
import { ChangeProposalState } from '#schema/review/ChangeProposalState.ts';
import { ensure } from '#server/access/ensure.ts';
import type { FieldChange } from '#server/common/FieldChange.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { mayCorrect } from '#server/organisation/organisationRules.ts';
import { Conflict, NotFound } from '#server/problems.ts';
import { findPlaced } from '#server/review/findPlaced.ts';

/** A proposal, as those who answer it find it. */
export interface FoundProposal {
  readonly id: string;
  readonly organisationId: string;
  readonly linkId: string | null;
  readonly group: FieldGroup;
  readonly changes: readonly FieldChange[];
  readonly proposedOn: string;
  readonly state: ChangeProposalState;
  readonly applied: readonly FieldChange[] | null;
  readonly verificationId: string | null;
  readonly toldAt: string | null;
}

const columns = `id, organisation_id as "organisationId", link_id as "linkId", field_group as "group", changes,
  proposed_on::text as "proposedOn", state, applied, verification_id as "verificationId", told_at as "toldAt"`;

/** Stops those who may not correct the organisation that a proposal is about. Throws NOT_FOUND, FORBIDDEN. */
export async function ensureMayDecide(context: Context, id: string): Promise<void> {
  const { rows } = await context.database.pool.query<{ organisationId: string }>(
    'select organisation_id as "organisationId" from change_proposal where id = $1',
    [isUuid(id) ? id : null],
  );
  if (!rows[0]) throw new NotFound('ChangeProposal');
  ensure(mayCorrect, context.viewer, await findPlaced(context, rows[0].organisationId));
}

/** The proposal, with its organisation and itself kept as they are until the end of the transaction. */
export async function lockProposal(run: Run, id: string): Promise<FoundProposal> {
  await run(
    `select from organisation where id = (select organisation_id from change_proposal where id = $1) for no key update`,
    [id],
  );
  const [proposal] = await run<FoundProposal>(
    `select ${columns} from change_proposal where id = $1 for update`,
    [id],
  );
  if (!proposal) throw new NotFound('ChangeProposal');
  return proposal;
}

/** Of two who answer the same proposal, the second hears that it has been. */
export function ensureOpen({ state }: FoundProposal): void {
  if (state !== ChangeProposalState.OPEN) throw new Conflict('ALREADY_DECIDED');
}
