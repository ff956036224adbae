import { Field, ID, InputType } from 'type-graphql';

import { FieldGroup } from '#schema/review/FieldGroup.ts';
import { SuccessionState } from '#schema/review/handover/SuccessionState.ts';
import { refusalOf } from '#server/common/changeRecords.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { logChange } from '#server/common/logChange.ts';
import { writeRecords } from '#server/common/writeRecords.ts';
import type { Context } from '#server/context.ts';
import { Conflict, InvalidInput } from '#server/problems.ts';
import { noteVerification } from '#server/review/noteVerification.ts';
import { ensureConfirmed, findSuccession, lockSuccession } from './findSuccession.ts';
import { openSuccessor } from './NamedSuccessor.ts';
import { knownPeople } from './knownPeople.ts';
import { revokeFormerLinks } from './revokeFormerLinks.ts';
import { successionChanges } from './successionChanges.ts';
import { writesSuccession } from './successionRules.ts';
import { likelyPredecessor, type PredecessorRow, type SuccessionRow } from './successionRows.ts';
import { tellLater } from './tellLater.ts';

@InputType({ description: 'A succession that is right, and whom it is from.' })
export class ApproveSuccessionInput {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The UUID of the affiliation that ends; the one that is suggested, unless it is said.',
  })
  endsAffiliationId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether nobody leaves: the new one comes beside those who are there.',
  })
  endsNobody?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The UUID of the person in the register who is the new one: `knownPersonId`. Without it they are taken in as somebody new.',
  })
  personId?: string | null;
}

/**
 * Godkjenne. Makes the register say it, as one: the new one is there, with what they said yes to; the one before is no longer, and what the
 * register had of them goes by rule. Both are told in a while.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (NOT_CONFIRMED, ALREADY_DECIDED, EXPIRED, STALE_VERSION).
 */
export async function approveSuccession(
  context: Context,
  input: ApproveSuccessionInput,
): Promise<string> {
  const { database, linkKey, now, today, viewer } = context;
  const found = await findSuccession(context, input.id);
  ensureConfirmed(found.state);
  if (found.expiresOn < today || !found.sealed) throw new Conflict('EXPIRED');
  const { id, sealed, channel, organisationId, linkId, through } = found;
  const successor = openSuccessor(linkKey, { id, sealed, channel });
  const leaving = leavingOf(found, input);
  const known = (await knownPeople(context, [successor.value])).get(successor.value);
  const personId = input.personId ?? null;
  if (personId && personId !== known?.id) throw new InvalidInput({ personId: 'UNKNOWN' });
  if (personId && personId === leaving?.personId) {
    throw new InvalidInput({ personId: 'SAME_PERSON' });
  }
  const { personId: successorId, changes } = await successionChanges(
    writesSuccession(context),
    found,
    {
      successor,
      leaving,
      personId,
    },
  );
  const batchId = crypto.randomUUID();
  const verificationId = crypto.randomUUID();
  try {
    await inTransaction(database.pool, async (run) => {
      ensureConfirmed(await lockSuccession(run, id));
      await tellLater(run, context, found, successor);
      await writeRecords(run, context, { verb: 'approveSuccession', batchId }, changes);
      await noteVerification(run, context, {
        id: verificationId,
        organisationId,
        groups: [FieldGroup.PEOPLE],
        method: through,
        on: found.confirmedOn ?? today,
        note: null,
      });
      const leaver = leaving?.personId ?? null;
      const revoked = await revokeFormerLinks(run, context, { linkId, personId: leaver });
      await run(
        `update succession set state = 'approved', decided_at = $2, decided_by = $3, batch_id = $4, verification_id = $5,
           revoked_links = $6, affiliation_id = coalesce($7, affiliation_id), successor_id = $8 where id = $1`,
        [
          id,
          now,
          viewer?.id,
          batchId,
          verificationId,
          revoked,
          leaving?.affiliationId ?? null,
          successorId,
        ],
      );
      const fields = [
        { field: 'state', before: SuccessionState.CONFIRMED, after: SuccessionState.APPROVED },
      ];
      await logChange(
        run,
        context,
        { verb: 'approveSuccession' },
        { record: 'succession', id, fields },
      );
    });
  } catch (error) {
    throw await refusalOf(context, error, changes);
  }
  return id;
}

/** Who leaves. Throws INVALID_INPUT where it may be one of several and it is not said which. */
function leavingOf(
  found: SuccessionRow,
  { endsAffiliationId, endsNobody }: ApproveSuccessionInput,
): PredecessorRow | null {
  if (endsNobody) {
    if (endsAffiliationId) throw new InvalidInput({ endsAffiliationId: 'ONE_OF_TWO' });
    return null;
  }
  if (!endsAffiliationId) {
    const likely = likelyPredecessor(found);
    if (likely || !found.predecessors.length) return likely;
    throw new InvalidInput({ endsAffiliationId: 'REQUIRED' });
  }
  const chosen = found.predecessors.find((it) => it.affiliationId === endsAffiliationId);
  if (!chosen) throw new InvalidInput({ endsAffiliationId: 'UNKNOWN' });
  return chosen;
}
