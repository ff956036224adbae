import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { StopKind } from '#schema/review/StopKind.ts';
import type { LinkSession } from '#server/access/link/linkSession.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';

/** What somebody who came by a link asks for. */
export interface Stop {
  readonly kind: StopKind;
  readonly language: LinkLanguage;
  readonly reason: string | null;
}

/**
 * Ber om å slippe. Has what an organisation asks for wait for somebody to answer, and acknowledges it by mail at once. The same asked again
 * while it waits is one.
 */
export async function askToStop(
  context: Context,
  { linkId, recordId }: Pick<LinkSession, 'linkId' | 'recordId'>,
  { kind, language, reason }: Stop,
): Promise<void> {
  const id = crypto.randomUUID();
  await inTransaction(context.database.pool, async (run) => {
    const [made] = await run(
      `insert into stop_request (id, organisation_id, link_id, language, kind, reason, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (organisation_id, kind) where answered_at is null do nothing returning id`,
      [id, recordId, linkId, language, kind, reason, context.now],
    );
    if (!made) return;
    const told = { organisationId: recordId, stopKind: kind };
    const fields = Object.entries(told).map(([field, after]) => ({ field, before: null, after }));
    await logChange(run, context, { verb: 'askToStop' }, { record: 'stop_request', id, fields });
    await addJob(run, 'acknowledgeStop', { stopId: id }, `stop ${id}`);
  });
}
