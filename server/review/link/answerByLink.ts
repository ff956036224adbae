import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import type { FieldGroup } from '#schema/review/FieldGroup.ts';
import type { LinkSession } from '#server/access/link/linkSession.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { noteFinished } from '#server/review/round/noteFinished.ts';
import { noteVerification } from '#server/review/noteVerification.ts';

/** What one can say of a group of facts. */
export type Answer = 'yes' | 'change' | 'unknown';

/**
 * Svarer. Notes what somebody who came by a link says of groups of facts. A yes vouches for them; that one does not know, or
 * that it is to be another, for nothing.
 *
 * The same answer twice is one.
 */
export async function answerByLink(
  context: Context,
  { linkId, recordId, recordKind }: Pick<LinkSession, 'linkId' | 'recordId' | 'recordKind'>,
  groups: readonly FieldGroup[],
  answer: Answer,
  /** All that is asked by the link. */
  asked: readonly FieldGroup[] = groups,
): Promise<void> {
  const { database, now, today } = context;
  await inTransaction(database.pool, async (run) => {
    // In the order of everybody who notes something about it.
    await run(`select from ${recordKind} where id = $1 for no key update`, [recordId]);
    const answered = await run<{ group: FieldGroup; isNew: boolean }>(
      `insert into review_answer as known (link_id, field_group, answer, answered_at)
       select $1, g, $3, $4 from unnest($2::text[]) as g
       on conflict (link_id, field_group, answer) do update set answered_at = excluded.answered_at
       returning field_group as "group", xmax = 0 as "isNew"`,
      [linkId, groups, answer, now],
    );
    // People are asked in no round.
    if (recordKind === 'organisation') await noteFinished(run, { linkId, recordId }, asked, now);
    const fresh = answered.filter(({ isNew }) => isNew).map(({ group }) => group);
    if (answer !== 'yes' || !fresh.length) return;
    await noteVerification(run, context, {
      ...(recordKind === 'person' ? { personId: recordId } : { organisationId: recordId }),
      id: crypto.randomUUID(),
      groups: fresh,
      method: VerificationMethod.LINK,
      on: today,
      note: null,
    });
  });
}
