import { AnsweredThrough } from '#schema/review/round/AnsweredThrough.ts';
import { ReviewOutcome } from '#schema/review/round/ReviewOutcome.ts';
import type { LinkSession } from '#server/access/link/linkSession.ts';
import type { Run } from '#server/common/inTransaction.ts';
import type { FieldGroup } from '#schema/review/FieldGroup.ts';
import { noteAnswered } from './noteAnswered.ts';

/**
 * Er de ferdige? Takes down that an organisation has answered what it was asked in a round, once all that is asked by its link has an answer; in the
 * transaction that notes the last of them. Nobody has to press anything more.
 *
 * That they know nothing of anything is no answer: somebody else there may know.
 */
export async function noteFinished(
  run: Run,
  { linkId, recordId }: Pick<LinkSession, 'linkId' | 'recordId'>,
  asked: readonly FieldGroup[],
  now: Date,
): Promise<void> {
  const rows = await run<{ group: FieldGroup; answer: string }>(
    `select distinct on (field_group) field_group as "group", answer from review_answer
     where link_id = $1 order by field_group, answered_at desc, answer`,
    [linkId],
  );
  const answers = new Map(rows.map(({ group, answer }) => [group, answer]));
  const said = [...answers.values()];
  if (!asked.every((group) => answers.has(group))) return;
  if (!said.includes('change') && !said.includes('yes')) return;
  const [request] = await run<{ id: string }>(
    `select q.id from personal_link l join review_request q on q.link_id in (l.id, l.renews_id) where l.id = $1`,
    [linkId],
  );
  await noteAnswered(
    run,
    request ? { requestId: request.id } : { organisationId: recordId },
    said.includes('change') ? ReviewOutcome.CHANGED : ReviewOutcome.CONFIRMED,
    AnsweredThrough.LINK,
    now,
  );
}
