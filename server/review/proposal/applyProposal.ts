import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import type { FieldGroup } from '#schema/review/FieldGroup.ts';
import type { FieldChange } from '#server/common/FieldChange.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { recordWritten } from '#server/common/recordWritten.ts';
import type { Context } from '#server/context.ts';
import { Conflict } from '#server/problems.ts';
import { noteVerification } from '#server/review/noteVerification.ts';
import { isDone, isOvertaken } from './overtaken.ts';
import type { Standing } from './readStanding.ts';

/** What is taken in of a proposal. */
export interface Taken {
  readonly organisationId: string;
  readonly group: FieldGroup;
  readonly proposedOn: string;
  readonly changes: readonly FieldChange[];
}

/** What was written, and the verification that came of it. */
export interface Applied {
  readonly fields: readonly FieldChange[];
  readonly verificationId: string;
}

/**
 * Tar inn et forslag. Writes its fields as any other change of the organisation, and notes that the organisation itself said so: that is
 * what the group is vouched for by. What stands there as proposed already is left alone.
 *
 * Throws CONFLICT (OVERTAKEN) where something else stands there than what was to be changed.
 */
export async function applyProposal(
  run: Run,
  context: Context,
  standing: Standing,
  { organisationId, group, proposedOn, changes }: Taken,
): Promise<Applied> {
  if (changes.some((change) => isOvertaken(standing, change, changes))) {
    throw new Conflict('OVERTAKEN');
  }
  const made = new Set(
    changes
      .filter(({ field, before }) => field === 'contactPoints.id' && before === null)
      .map(({ part }) => part),
  );
  const isThere = (part: string | undefined) => standing.points.some(({ id }) => id === part);
  const fields = changes.filter((change) =>
    change.part && made.has(change.part) ? !isThere(change.part) : !isDone(standing, change),
  );
  if (fields.length) {
    const record = { type: Organisation, id: organisationId, version: standing.version, fields };
    const { text, values } = recordWritten(context, { verb: 'acceptChangeProposal' }, record, {
      fields,
      tie: null,
    });
    await run(text, values);
  }
  const verificationId = crypto.randomUUID();
  await noteVerification(run, context, {
    id: verificationId,
    organisationId,
    groups: [group],
    method: VerificationMethod.LINK,
    on: proposedOn,
    note: null,
  });
  return { fields, verificationId };
}
