import { Field, ID, InputType, Int } from 'type-graphql';

import { LocalDate } from '#schema/common/LocalDate.ts';
import { Text } from '#schema/common/Text.ts';
import { ProposalDecision } from '#schema/directory/register/ProposalDecision.ts';
import { ProposalState } from '#schema/directory/register/ProposalState.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { AreaKind } from '#schema/vocabulary/AreaKind.ts';
import { ensure } from '#server/access/ensure.ts';
import { changeRecords } from '#server/common/changeRecords.ts';
import type { FieldChange } from '#server/common/FieldChange.ts';
import { inTransaction, type Run } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { refuseIfTaken } from '#server/directory/work/refuseIfTaken.ts';
import { mayCorrect } from '#server/organisation/organisationRules.ts';
import { Conflict, InvalidInput } from '#server/problems.ts';
import { findProposal, type FoundProposal } from './findProposal.ts';

@InputType({ description: 'What one says to a proposal.' })
export class DecideProposalInput {
  @Field(() => ID, { description: 'The UUID of the proposal.' })
  id!: string;

  @Field(() => Int, { description: 'The version of it that one saw.' })
  expectedVersion!: number;

  @Field(() => ProposalDecision, { description: 'Yes or no.' })
  decision!: ProposalDecision;

  @Field(() => Text, {
    nullable: true,
    description:
      'What it is to be called, where that is not what is proposed: one line, at most 200 characters.',
  })
  name?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The code of the municipality of its seat, where that is not what is proposed.',
  })
  seat?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Its last day in operation, where that is not what is proposed.',
  })
  closedOn?: string | null;

  @Field(() => Text, {
    nullable: true,
    description: 'Why: needed for a no.',
  })
  reason?: string | null;
}

const longestName = 200;

/**
 * Avgjøre et forslag. Takes what a register proposes, with what one has put right in it, or says no. What is taken is a change of the organisation like any
 * other: with who, when and why, and a way back.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (PROPOSAL_IS_CLOSED, STALE_VERSION, TAKEN).
 */
export async function decideProposal(
  context: Context,
  input: DecideProposalInput,
): Promise<string> {
  const found = await findProposal(context, input.id);
  ensure(mayCorrect, context.viewer, found);
  refuseBad(context, input);
  if (found.state !== ProposalState.OPEN) throw isClosed(found);
  if (found.version !== input.expectedVersion) {
    throw new Conflict('STALE_VERSION', { version: found.version });
  }
  await refuseIfTaken(context, 'proposal', found.id);

  const isYes = input.decision === ProposalDecision.ACCEPT;
  const fields = isYes ? adjusted(context, found, input) : [];
  const isAsProposed = !isYes || isSame(fields, found.fields);
  const state = isYes
    ? isAsProposed
      ? ProposalState.ACCEPTED
      : ProposalState.ADJUSTED
    : ProposalState.REFUSED;
  const close = (run: Run) =>
    closed(run, context, found, {
      state,
      reason: input.reason ?? null,
      isWritten: fields.length > 0,
    });
  if (!fields.length) {
    await inTransaction(context.database.pool, close);
    return found.id;
  }
  const { id, version } = found.organisation;
  await changeRecords(
    // What is decided follows what is written, in one transaction.
    { ...context, followers: [...context.followers, close] },
    { verb: 'decideProposal', reason: input.reason },
    [{ type: Organisation, id, version, fields }],
  );
  return found.id;
}

/** Throws INVALID_INPUT with every field that will not do. */
function refuseBad(
  { today, vocabulary, locale }: Context,
  { decision, name, seat, closedOn, reason }: DecideProposalInput,
): void {
  const wrong: Record<string, string> = {};
  const isSaid = /[\p{L}\p{N}]/u.test(reason ?? '');
  if (decision === ProposalDecision.REFUSE && !isSaid) wrong['reason'] = 'REQUIRED';
  if (typeof name === 'string') {
    if (!/[\p{L}\p{N}]/u.test(name)) wrong['name'] = 'REQUIRED';
    else if (name.length > longestName) wrong['name'] = 'TOO_LONG';
    else if (/[\n\t]/.test(name)) wrong['name'] = 'NOT_ONE_LINE';
  }
  if (typeof seat === 'string' && vocabulary.area(seat, locale)?.kind !== AreaKind.MUNICIPALITY) {
    wrong['seat'] = 'UNKNOWN';
  }
  if (typeof closedOn === 'string' && closedOn > today) wrong['closedOn'] = 'IN_THE_FUTURE';
  if (Object.keys(wrong).length) throw new InvalidInput(wrong);
}

/** What is written: what is proposed, but for what one says otherwise. */
function adjusted(
  { vocabulary, locale }: Context,
  { fields, organisation, seat }: FoundProposal,
  input: DecideProposalInput,
): FieldChange[] {
  const said: Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>> = {
    ...(typeof input.name === 'string' && {
      name: { before: organisation.name, after: input.name },
    }),
    ...(typeof input.seat === 'string' && {
      seat: { before: seat, after: vocabulary.area(input.seat, locale)?.number },
    }),
    ...(typeof input.closedOn === 'string' && {
      closedOn: { before: organisation.closedOn, after: input.closedOn },
    }),
  };
  const own = fields.filter(({ part }) => part === undefined);
  const proposed = own.map((it) => ({ ...it, ...said[it.field] }));
  const added = Object.entries(said).flatMap(([field, values]) =>
    own.some((it) => it.field === field) ? [] : [{ field, ...values }],
  );
  const written = [...proposed, ...added].filter(({ before, after }) => before !== after);
  // What it was called is kept only where it is called something else.
  const isRenamed = written.some(({ field }) => field === 'name');
  return [...written, ...fields.filter(({ part }) => part !== undefined && isRenamed)];
}

const isSame = (one: readonly FieldChange[], other: readonly FieldChange[]): boolean =>
  one.length === other.length &&
  one.every(({ field, after }, at) => other[at]?.field === field && other[at].after === after);

/** Whoever changes the organisation closes what is open about it; here that is what is being decided. */
async function closed(
  run: Run,
  { viewer, now }: Context,
  { id, version, organisation }: FoundProposal,
  {
    state,
    reason,
    isWritten,
  }: { readonly state: ProposalState; readonly reason: string | null; readonly isWritten: boolean },
): Promise<void> {
  const rows = await run(
    `update register_proposal set version = version + 1, state = $3, decided_by_id = $4::uuid, decided_by = $5, decided_at = $6,
       reason = $7, decided_version = $8::integer
     where id = $1::uuid and version = $2::integer and (state = 'open' or $8::integer is not null and state = 'edited') returning id`,
    [
      id,
      version,
      state,
      viewer?.id,
      viewer?.name,
      now,
      reason,
      isWritten ? organisation.version + 1 : null,
    ],
  );
  if (!rows.length) throw new Conflict('PROPOSAL_IS_CLOSED');
  await run(`delete from work_claim where kind = 'proposal' and subject = $1`, [id]);
}

/** Says by whom and how. */
export const isClosed = ({
  version,
  state,
  decidedBy,
  decidedAt,
  reason,
}: FoundProposal): Conflict =>
  new Conflict('PROPOSAL_IS_CLOSED', {
    version,
    changes: [{ state: state.toUpperCase(), by: decidedBy, at: decidedAt, reason }],
  });
