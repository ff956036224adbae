import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { CallOutcome } from '#schema/review/call/CallOutcome.ts';
import { AnsweredThrough } from '#schema/review/round/AnsweredThrough.ts';
import { ReviewOutcome } from '#schema/review/round/ReviewOutcome.ts';
import { inTransaction, type Run } from '#server/common/inTransaction.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';
import { dropClaim } from '#server/directory/work/dropClaim.ts';
import { refuseIfTaken } from '#server/directory/work/refuseIfTaken.ts';
import { Conflict, InvalidInput } from '#server/problems.ts';
import { noteVerification } from '#server/review/noteVerification.ts';
import { noteAnswered } from '#server/review/round/noteAnswered.ts';
import { callKind } from './callSql.ts';
import { findCall } from './findCall.ts';
import { markBounced } from './markBounced.ts';
import type { NoteCallInput } from './NoteCallInput.ts';
import { refuseBadCall } from './refuseBadCall.ts';

/** What an outcome is to the request; the others leave it unanswered. */
export const answers: Partial<Readonly<Record<CallOutcome, ReviewOutcome>>> = {
  [CallOutcome.CONFIRMED]: ReviewOutcome.CONFIRMED,
  [CallOutcome.CHANGED]: ReviewOutcome.CHANGED,
  [CallOutcome.DECLINED]: ReviewOutcome.DECLINED,
};

/** Whoever is to be asked instead gets so many days before they are rung. */
const restsFor = 7 * 24 * 60 * 60_000;

/**
 * Noterer en samtale. Says what came of ringing an organisation: what was read out and found right is verified by telephone, an answer answers the
 * request, a number that is not theirs is marked as one that does not work. Whoever was on to it has it no longer, unless there are more numbers to try.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (TAKEN, ID_IS_TAKEN).
 */
export async function noteCall(context: Context, input: NoteCallInput): Promise<string> {
  const { id, outcome } = input;
  const requestId = input.requestId.toLowerCase();
  const organisationId = await findCall(context, requestId);
  refuseBadCall(context, input);
  await refuseIfTaken(context, callKind, requestId);
  await inTransaction(context.database.pool, async (run) => {
    if (!(await insert(run, context, { ...input, requestId }))) return;
    const groups = [...new Set(input.groups ?? [])];
    const fields = [{ field: 'callOutcome', before: null, after: outcome }];
    const deed = { verb: 'noteCall', reason: input.note ?? null };
    await logChange(run, context, deed, { record: 'review_call', id, fields });
    if (outcome === CallOutcome.WRONG_NUMBER) {
      await markWrongNumber(run, context, input, organisationId);
    }
    if (groups.length) {
      const by = { method: VerificationMethod.PHONE, on: context.today, note: input.note ?? null };
      await noteVerification(run, context, { id, organisationId, groups, ...by });
    }
    const answer = answers[outcome];
    if (!answer) return;
    await noteAnswered(run, { requestId }, answer, AnsweredThrough.PHONE, context.now);
  });
  if (outcome !== CallOutcome.WRONG_NUMBER) await dropClaim(context, callKind, requestId);
  return requestId;
}

/** False where it has been noted before. */
async function insert(run: Run, context: Context, input: NoteCallInput): Promise<boolean> {
  const { id, requestId, outcome, contactPointId, note } = input;
  const { now, viewer } = context;
  const later = outcome === CallOutcome.LATER ? input.againAt : null;
  const rests = outcome === CallOutcome.NEW_CONTACT ? new Date(now.getTime() + restsFor) : null;
  const [made] = await run(
    `insert into review_call (id, request_id, outcome, at, by_id, groups, contact_point_id, again_at, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing returning id`,
    [
      id,
      requestId,
      outcome,
      now,
      viewer?.id,
      [...new Set(input.groups ?? [])],
      outcome === CallOutcome.WRONG_NUMBER && contactPointId && isUuid(contactPointId)
        ? contactPointId
        : null,
      later ?? rests,
      note || null,
    ],
  );
  if (made) return true;
  const [known] = await run<{ isIt: boolean }>(
    'select request_id = $2 as "isIt" from review_call where id = $1',
    [id, requestId],
  );
  if (!known?.isIt) throw new Conflict('ID_IS_TAKEN');
  return false;
}

async function markWrongNumber(
  run: Run,
  context: Context,
  { id, contactPointId, note }: NoteCallInput,
  organisationId: string,
): Promise<void> {
  const deed = { verb: 'noteCall', reason: note ?? null };
  const pointId = isUuid(contactPointId ?? '') ? (contactPointId ?? '') : null;
  const before = pointId
    ? await markBounced(run, context, deed, { organisationId, pointId, on: context.today })
    : undefined;
  if (!before) throw new InvalidInput({ contactPointId: 'UNKNOWN' });
  await run('update review_call set bounced_before = $2 where id = $1', [id, before.bouncedOn]);
}
