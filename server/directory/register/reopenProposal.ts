import { Field, ID, InputType, Int } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { ProposalState } from '#schema/directory/register/ProposalState.ts';
import { ensure } from '#server/access/ensure.ts';
import { inTransaction, type Run } from '#server/common/inTransaction.ts';
import { sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { mayCorrect } from '#server/organisation/organisationRules.ts';
import { undoChange } from '#server/person/history/undoChange.ts';
import { Conflict } from '#server/problems.ts';
import { isClosed } from './decideProposal.ts';
import { findProposal, type FoundProposal } from './findProposal.ts';

@InputType({ description: 'Whose decision is taken back, and why.' })
export class ReopenProposalInput {
  @Field(() => ID, { description: 'The UUID of the proposal.' })
  id!: string;

  @Field(() => Int, { description: 'The version of it that one saw.' })
  expectedVersion!: number;

  @Field(() => Text, {
    nullable: true,
    description:
      'Why. Needed where something was written, but for what one has done oneself a moment ago.',
  })
  reason?: string | null;
}

/** What somebody has decided; what closed by itself has nothing to take back. */
export const decided: readonly ProposalState[] = [
  ProposalState.ACCEPTED,
  ProposalState.ADJUSTED,
  ProposalState.REFUSED,
];

/**
 * Gjenåpne et forslag. Takes a decision back: what was written is undone, and the proposal is to be decided again.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (PROPOSAL_IS_CLOSED, STALE_VERSION, OVERTAKEN, CHANGED_SINCE).
 */
export async function reopenProposal(
  context: Context,
  input: ReopenProposalInput,
): Promise<string> {
  const found = await findProposal(context, input.id);
  ensure(mayCorrect, context.viewer, found);
  if (!decided.includes(found.state)) throw isClosed(found);
  if (found.version !== input.expectedVersion) {
    throw new Conflict('STALE_VERSION', { version: found.version });
  }
  const reopen = (run: Run) => reopened(run, found);
  const { organisation, decidedVersion } = found;
  if (decidedVersion === null) {
    await inTransaction(context.database.pool, reopen);
    return found.id;
  }
  const [change] = await context.reader.rows<[string]>(
    sql`select id from change where record = 'organisation' and record_id = ${organisation.id}::uuid and version = ${decidedVersion}`,
  );
  if (!change) throw new Conflict('CANNOT_BE_UNDONE');
  await undoChange(
    { ...context, followers: [...context.followers, reopen] },
    { changeId: change[0], expectedVersion: organisation.version, reason: input.reason ?? null },
  );
  return found.id;
}

async function reopened(run: Run, { id, version }: FoundProposal): Promise<void> {
  const rows = await run(
    `update register_proposal as p set version = version + 1, state = 'open', decided_by_id = null, decided_by = null,
       decided_at = null, decided_version = null, reason = null
     where id = $1::uuid and version = $2::integer and not exists (
       select from register_proposal as other where other.organisation_id = p.organisation_id and other.kind = p.kind
         and (other.state = 'open' or other.found_at > p.found_at)
     )
     returning id`,
    [id, version],
  );
  if (!rows.length) throw new Conflict('OVERTAKEN');
}
