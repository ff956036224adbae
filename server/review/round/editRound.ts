import { ReviewRoundState } from '#schema/review/round/ReviewRoundState.ts';
import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { ensure } from '#server/access/ensure.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { Conflict } from '#server/problems.ts';
import { columnsOf } from './createRound.ts';
import { logRound, toldOf } from './logRound.ts';
import { type Asked, type Plan, readPlan } from './readPlan.ts';
import { findRound, type RoundRow } from './readRounds.ts';
import type { CancelReviewRoundInput, EditReviewRoundInput } from './RoundInput.ts';
import { mayRunRound } from './roundRules.ts';

/**
 * Endre en oppdateringsrunde. Changes a draft. What was opened stays as those know it who were written to.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (STALE_VERSION, NOT_A_DRAFT).
 */
export async function editRound(context: Context, input: EditReviewRoundInput): Promise<string> {
  const { id, expectedVersion, ...asked } = input;
  const found = await findDraft(context, id, expectedVersion);
  const plan = await readPlan(context, changed(found, asked));
  await inTransaction(context.database.pool, async (run) => {
    const [written] = await run(
      `update review_round set version = version + 1, name = $3, audience_id = $4, search = $5, opens_on = $6, due_on = $7,
         reminder_days = $8, last_call_days = $9, texts = $10, signed_by = $11, asks = $12
       where id = $1 and version = $2 and state = 'draft' returning id`,
      [id, expectedVersion, ...columnsOf(plan)],
    );
    if (!written) throw new Conflict('STALE_VERSION');
    await logRound(run, context, 'editReviewRound', id, toldOf(planOf(found), plan));
  });
  return id;
}

/**
 * Avlyse en oppdateringsrunde. Puts a draft away; it can still be read.
 *
 * Throws NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, NOT_A_DRAFT).
 */
export async function cancelRound(
  context: Context,
  { id, expectedVersion, reason }: CancelReviewRoundInput,
): Promise<string> {
  await findDraft(context, id, expectedVersion);
  await inTransaction(context.database.pool, async (run) => {
    const [written] = await run(
      `update review_round set version = version + 1, state = 'cancelled'
       where id = $1 and version = $2 and state = 'draft' returning id`,
      [id, expectedVersion],
    );
    if (!written) throw new Conflict('STALE_VERSION');
    const fields = [{ field: 'state', before: 'draft', after: 'cancelled' }];
    await logRound(run, context, 'cancelReviewRound', id, fields, reason ?? null);
  });
  return id;
}

/** A draft that is the version that was seen, for whoever may run it. */
export async function findDraft(context: Context, id: string, version: number): Promise<RoundRow> {
  const found = await findRound(context, id);
  ensure(mayRunRound, context.viewer, found);
  if (found.state !== ReviewRoundState.DRAFT) throw new Conflict('NOT_A_DRAFT');
  if (found.version !== version) throw new Conflict('STALE_VERSION', { version: found.version });
  return found;
}

/** All that is asked for, with what is left out as it stands. */
function changed(
  found: RoundRow,
  asked: Omit<EditReviewRoundInput, 'id' | 'expectedVersion'>,
): Asked {
  const said = Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== null && value !== undefined),
  ) as Partial<Asked>;
  const own: Partial<Asked> = found.search
    ? { search: { text: found.search.text, filter: found.search.keptFilter } }
    : { audienceId: found.audienceId };
  return {
    name: found.name,
    opensOn: found.opensOn,
    dueOn: found.dueOn,
    reminderDays: found.reminderDays,
    lastCallDays: found.lastCallDays ?? 0,
    texts: Object.entries(found.texts).map(([language, text]) => ({
      language: language as LinkLanguage,
      text,
    })),
    signedBy: found.signedBy,
    asks: found.asks,
    ...(said.search || said.audienceId ? {} : own),
    ...said,
  };
}

const planOf = ({ texts, ...found }: RoundRow): Plan => ({
  name: found.name,
  audienceId: found.audienceId,
  search: found.search,
  opensOn: found.opensOn,
  dueOn: found.dueOn,
  reminderDays: found.reminderDays,
  lastCallDays: found.lastCallDays,
  texts: texts as Plan['texts'],
  signedBy: found.signedBy,
  asks: found.asks,
});
