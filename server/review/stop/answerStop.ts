import { Field, ID, InputType } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { QuietPeriod } from '#schema/review/QuietPeriod.ts';
import type { StopKind } from '#schema/review/StopKind.ts';
import { ensure } from '#server/access/ensure.ts';
import { touches } from '#server/access/scope.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { addJob } from '#server/common/job/addJob.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';
import { type Placed, placesOf } from '#server/organisation/organisationRules.ts';
import { Conflict, NotFound } from '#server/problems.ts';
import { findPlaced } from '#server/review/findPlaced.ts';
import { ensureWords } from '#server/review/proposal/refuseChangeProposal.ts';
import { noteQuiet, usualQuiet } from './noteQuiet.ts';

@InputType({ description: 'What an organisation is answered that wants to be left alone.' })
export class AnswerStopRequestInput {
  @Field(() => ID, { description: 'The UUID of the request.' })
  id!: string;

  @Field(() => Text, {
    description: 'What was done, for the organisation to read: at most 1000 characters.',
  })
  answer!: string;

  @Field(() => QuietPeriod, {
    nullable: true,
    description:
      'How long the organisation is neither written to nor rung; where it is left out, a year for those who want a pause, and for ever for the others.',
  })
  quiet?: QuietPeriod | null;
}

/** Those who look after the register, and the privacy officer, within their scope. */
export const mayAnswerStop = ({ permissions, scope }: Viewer, organisation: Placed): boolean =>
  permissions.has('stop.answer') && touches(scope, placesOf(organisation));

/**
 * Svare på en henvendelse. Says what was done about it; the organisation is told in a letter. From now on it is left alone for as long as
 * that says. All else that was asked for is done by the means there are.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (ALREADY_DECIDED).
 */
export async function answerStop(
  context: Context,
  { id, answer, quiet }: AnswerStopRequestInput,
): Promise<string> {
  const { rows } = await context.database.pool.query<{ organisationId: string; kind: StopKind }>(
    'select organisation_id as "organisationId", kind from stop_request where id = $1',
    [isUuid(id) ? id : null],
  );
  const [asked] = rows;
  if (!asked) throw new NotFound('StopRequest');
  const { organisationId, kind } = asked;
  ensure(mayAnswerStop, context.viewer, await findPlaced(context, organisationId));
  ensureWords('answer', answer);
  await inTransaction(context.database.pool, async (run) => {
    const [answered] = await run(
      `update stop_request set answered_at = $2, answered_by = $3, answer = $4
       where id = $1 and answered_at is null returning id`,
      [id, context.now, context.viewer?.id, answer],
    );
    if (!answered) throw new Conflict('ALREADY_DECIDED');
    const left = await noteQuiet(run, context, organisationId, quiet ?? usualQuiet(kind));
    const fields = [{ field: 'answer', before: null, after: answer }, ...left];
    await logChange(
      run,
      context,
      { verb: 'answerStopRequest' },
      { record: 'stop_request', id, fields },
    );
    await addJob(run, 'tellStopAnswer', { stopId: id }, `stop answer ${id}`);
  });
  return id;
}
