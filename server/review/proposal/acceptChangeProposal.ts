import { Field, ID, InputType, Int } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { ChangeProposalState } from '#schema/review/ChangeProposalState.ts';
import type { FieldChange } from '#server/common/FieldChange.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { readContactValue } from '#server/organisation/readContactValue.ts';
import { InvalidInput, NotFound } from '#server/problems.ts';
import { applyProposal } from './applyProposal.ts';
import { decide } from './decide.ts';
import { ensureMayDecide, ensureOpen, lockProposal } from './findProposal.ts';
import { lockStanding, type Standing } from './readStanding.ts';

@InputType({ description: 'Another value in place of what was proposed.' })
export class AdjustedChange {
  @Field(() => Int, { description: 'The place of the field in the proposal.' })
  at!: number;

  @Field(() => Text, { description: 'What it is to be, in the form of its channel.' })
  value!: string;
}

@InputType({ description: 'A proposal that is right, as it came or adjusted.' })
export class AcceptChangeProposalInput {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => [AdjustedChange], {
    nullable: true,
    description: 'What is to be written otherwise than it was proposed.',
  })
  adjusted?: AdjustedChange[] | null;
}

/**
 * Godta. Takes a proposal in: the register says what the organisation says, and the organisation is told.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (ALREADY_DECIDED, OVERTAKEN).
 */
export async function acceptChangeProposal(
  context: Context,
  { id, adjusted }: AcceptChangeProposalInput,
): Promise<string> {
  await ensureMayDecide(context, id);
  await inTransaction(context.database.pool, async (run) => {
    const proposal = await lockProposal(run, id);
    ensureOpen(proposal);
    const { organisationId, group, proposedOn } = proposal;
    const standing = await lockStanding(run, organisationId);
    if (!standing) throw new NotFound('Organisation');
    const changes = adjustedBy(proposal.changes, adjusted ?? [], standing);
    const taken = { organisationId, group, proposedOn, changes };
    const { fields, verificationId } = await applyProposal(run, context, standing, taken);
    await decide(run, context, id, {
      state: ChangeProposalState.ACCEPTED,
      verb: 'acceptChangeProposal',
      reason: null,
      applied: fields,
      verificationId,
    });
  });
  return id;
}

const LONGEST = 500;
const texts = ['name', 'contactPoints.value', 'contactPoints.hours'];

/** Whether another value may be put in the place of a field's. */
export const isText = ({ field, after }: FieldChange): boolean =>
  texts.includes(field) && typeof after === 'string';

/** Throws INVALID_INPUT with all that will not do. */
function adjustedBy(
  changes: readonly FieldChange[],
  adjusted: readonly AdjustedChange[],
  standing: Standing,
): readonly FieldChange[] {
  const wrong: Record<string, string> = {};
  const result = [...changes];
  adjusted.forEach(({ at, value: typed }, place) => {
    const change = changes[at];
    if (!change || !isText(change)) {
      wrong[`adjusted.${place}.at`] = 'UNKNOWN';
      return;
    }
    const channel =
      change.field === 'contactPoints.value' ? channelOf(change, changes, standing) : null;
    const { value, reason } = channel ? readContactValue(channel, typed) : plain(typed);
    if (value === undefined) wrong[`adjusted.${place}.value`] = reason;
    else result[at] = { ...change, after: value };
  });
  if (Object.keys(wrong).length) throw new InvalidInput(wrong);
  return result;
}

/** Of the contact point that there is, or of the one that is to come. */
export function channelOf(
  { part }: FieldChange,
  changes: readonly FieldChange[],
  standing: Standing,
): Standing['points'][number]['channel'] | null {
  const known = standing.points.find(({ id }) => id === part);
  if (known) return known.channel;
  const made = changes.find((it) => it.part === part && it.field === 'contactPoints.channel');
  return (made?.after ?? made?.before ?? null) as Standing['points'][number]['channel'] | null;
}

function plain(
  typed: string,
): { value: string; reason?: never } | { reason: string; value?: never } {
  if (!/[\p{L}\p{N}]/u.test(typed)) return { reason: 'REQUIRED' };
  if (typed.length > LONGEST) return { reason: 'TOO_LONG' };
  return /[\n\t]/.test(typed) ? { reason: 'NOT_ONE_LINE' } : { value: typed };
}
