import { hash } from 'node:crypto';

import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { FieldGroup } from '#schema/review/FieldGroup.ts';
import type { LinkSession } from '#server/access/link/linkSession.ts';
import type { FieldChange } from '#server/common/FieldChange.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';
import { noteFinished } from '#server/review/round/noteFinished.ts';
import { applyProposal } from './applyProposal.ts';
import { isLowRisk } from './lowRisk.ts';
import { lockStanding } from './readStanding.ts';

/** What somebody who came by a link says is right. */
export interface Proposed {
  readonly group: FieldGroup;
  readonly language: LinkLanguage;
  readonly changes: readonly FieldChange[];
  readonly note: string | null;
  /** All that is asked by the link. */
  readonly asked?: readonly FieldGroup[];
}

/** What became of it: it waits, was taken in at once, or there were too many. */
export type Outcome = 'waits' | 'made' | 'tooMany';

/** So many of one link may wait: whoever has more to say had better be rung. */
const MOST_WAITING = 40;

/**
 * Foreslår. Keeps what an organisation says is right for an editor to look at; takes it in at once where every trust that answers for it
 * has said that such fields need no look. The same twice is one.
 */
export async function proposeByLink(
  context: Context,
  { linkId, recordId }: Pick<LinkSession, 'linkId' | 'recordId'>,
  { group, language, changes, note, asked = [group] }: Proposed,
): Promise<Outcome> {
  const { database, now, today } = context;
  const id = crypto.randomUUID();
  return inTransaction(database.pool, async (run): Promise<Outcome> => {
    const standing = await lockStanding(run, recordId);
    const [waiting] = await run<{ count: number }>(
      `select count(*)::integer as count from change_proposal where link_id = $1 and state = 'open'`,
      [linkId],
    );
    if (!standing || (waiting?.count ?? 0) >= MOST_WAITING) return 'tooMany';
    const [made] = await run(
      `insert into change_proposal (id, organisation_id, link_id, language, field_group, changes, note, fingerprint, proposed_at, proposed_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (link_id, fingerprint) do nothing returning id`,
      [
        id,
        recordId,
        linkId,
        language,
        group,
        JSON.stringify(changes),
        note,
        fingerprintOf(group, changes, note),
        now,
        today,
      ],
    );
    await run(
      `insert into review_answer as known (link_id, field_group, answer, answered_at) values ($1, $2, 'change', $3)
       on conflict (link_id, field_group, answer) do update set answered_at = excluded.answered_at`,
      [linkId, group, now],
    );
    await noteFinished(run, { linkId, recordId }, asked, now);
    if (!made) return 'waits';
    const fields = [{ field: 'organisationId', before: null, after: recordId }];
    await logChange(
      run,
      context,
      { verb: 'proposeChange' },
      { record: 'change_proposal', id, fields },
    );
    if (!changes.length || note || !(await isLowRisk(run, context, recordId, changes)))
      return 'waits';
    const taken = { organisationId: recordId, group, proposedOn: today, changes };
    const { fields: applied, verificationId } = await applyProposal(run, context, standing, taken);
    // They are told on the page.
    await run(
      `update change_proposal set state = 'accepted', decided_at = $2, applied = $3, verification_id = $4, told_at = $2 where id = $1`,
      [id, now, JSON.stringify(applied), verificationId],
    );
    return 'made';
  });
}

/** Of what is wanted, whichever identifiers new rows were given. */
function fingerprintOf(
  group: FieldGroup,
  changes: readonly FieldChange[],
  note: string | null,
): string {
  const made = new Set(
    changes
      .filter(({ field, before }) => field === 'contactPoints.id' && before === null)
      .map(({ part }) => part),
  );
  const wanted = changes.map(({ field, part, after }) => [
    field,
    made.has(part) ? 'new' : (part ?? ''),
    field === 'contactPoints.id' && made.has(part) ? 'new' : after,
  ]);
  return hash('sha256', JSON.stringify([group, wanted, note]));
}
