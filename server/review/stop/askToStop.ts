import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { AnsweredThrough } from '#schema/review/round/AnsweredThrough.ts';
import { ReviewOutcome } from '#schema/review/round/ReviewOutcome.ts';
import { StopKind } from '#schema/review/StopKind.ts';
import type { LinkSession } from '#server/access/link/linkSession.ts';
import { inTransaction, type Run } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import { logChange } from '#server/common/logChange.ts';
import { noteAnswered } from '#server/review/round/noteAnswered.ts';
import type { Context } from '#server/context.ts';

/** What somebody who came by a link asks for. */
export interface Stop {
  readonly kind: StopKind;
  readonly language: LinkLanguage;
  readonly reason: string | null;
}

/** Who asks, and when. */
type Asking = Pick<Context, 'viewer' | 'now' | 'requestId'>;

/**
 * Ber om å slippe. Has what an organisation asks for wait for somebody to answer, and acknowledges it by mail at once. The same asked again
 * while it waits is one.
 */
export const askToStop = (
  context: Asking & { readonly database: Pick<Context['database'], 'pool'> },
  link: Pick<LinkSession, 'linkId' | 'recordId'>,
  stop: Stop,
): Promise<void> =>
  inTransaction(context.database.pool, (run) =>
    noteStop(run, context, link, stop, { isSilent: false }),
  );

/** The same in the transaction of `run`. `isSilent`: without a letter that acknowledges it. */
export async function noteStop(
  run: Run,
  by: Asking,
  { linkId, recordId }: Pick<LinkSession, 'linkId' | 'recordId'>,
  { kind, language, reason }: Stop,
  { isSilent }: { readonly isSilent: boolean },
): Promise<void> {
  const id = crypto.randomUUID();
  const [made] = await run(
    `insert into stop_request (id, organisation_id, link_id, language, kind, reason, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (organisation_id, kind) where answered_at is null do nothing returning id`,
    [id, recordId, linkId, language, kind, reason, by.now],
  );
  if (!made) return;
  const told = { organisationId: recordId, stopKind: kind };
  const fields = Object.entries(told).map(([field, after]) => ({ field, before: null, after }));
  await logChange(run, by, { verb: 'askToStop' }, { record: 'stop_request', id, fields });
  // Whoever does not want to be in the register has answered what they were asked about it.
  if (kind !== StopKind.PAUSE) {
    const whose = { organisationId: recordId };
    await noteAnswered(run, whose, ReviewOutcome.DECLINED, AnsweredThrough.LINK, by.now);
  }
  if (!isSilent) await addJob(run, 'acknowledgeStop', { stopId: id }, `stop ${id}`);
}
