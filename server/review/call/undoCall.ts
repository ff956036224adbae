import { Field, ID, InputType } from 'type-graphql';

import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import type { CallOutcome } from '#schema/review/call/CallOutcome.ts';
import type { FieldGroup } from '#schema/review/FieldGroup.ts';
import type { Rule } from '#server/access/ensure.ts';
import { ensure } from '#server/access/ensure.ts';
import { inTransaction, type Run } from '#server/common/inTransaction.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';
import { takeClaim } from '#server/directory/work/takeClaim.ts';
import { Conflict, NotFound } from '#server/problems.ts';
import { noteVerification } from '#server/review/noteVerification.ts';
import { callKind } from './callSql.ts';
import { findCall } from './findCall.ts';
import { markBounced } from './markBounced.ts';
import { answers } from './noteCall.ts';

@InputType({ description: 'A call that was noted by mistake.' })
export class UndoCallInput {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;
}

interface Noted {
  readonly requestId: string;
  readonly outcome: CallOutcome;
  readonly at: Date;
  readonly byId: string;
  readonly groups: readonly FieldGroup[];
  readonly contactPointId: string | null;
  readonly bouncedBefore: string | null;
  readonly on: string;
  readonly isUndone: boolean;
}

const columns = `request_id as "requestId", outcome, at, by_id as "byId", groups, contact_point_id as "contactPointId",
  bounced_before::text as "bouncedBefore", (at at time zone 'Europe/Oslo')::date::text as "on", undone_at is not null as "isUndone"`;

/** Whoever noted a call takes it back. */
const mayUndoCall: Rule<Noted> = ({ id }, { byId }) => id === byId;

/**
 * Angre en samtale. Takes back what was noted and what came of it, as far as nobody has said anything else since. Twice is as good as once.
 *
 * Throws NOT_FOUND, FORBIDDEN.
 */
export async function undoCall(context: Context, { id }: UndoCallInput): Promise<string> {
  const { rows } = await context.database.pool.query<Noted>(
    `select ${columns} from review_call where id = $1`,
    [isUuid(id) ? id : null],
  );
  const [noted] = rows;
  if (!noted) throw new NotFound('ReviewCall');
  const organisationId = await findCall(context, noted.requestId);
  ensure(mayUndoCall, context.viewer, noted);
  await inTransaction(context.database.pool, async (run) => {
    const [undone] = await run(
      'update review_call set undone_at = $2 where id = $1 and undone_at is null returning id',
      [id, context.now],
    );
    if (undone) await takeBack(run, context, { id, organisationId, ...noted });
  });
  await takeAgain(context, noted.requestId);
  return noted.requestId;
}

/** Whoever takes it back goes on with it, unless somebody else has begun. */
async function takeAgain(context: Context, requestId: string): Promise<void> {
  try {
    await takeClaim(context, callKind, requestId);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}

async function takeBack(
  run: Run,
  context: Context,
  {
    id,
    organisationId,
    ...noted
  }: Noted & { readonly id: string; readonly organisationId: string },
): Promise<void> {
  const { outcome, groups, on, contactPointId: pointId } = noted;
  const deed = { verb: 'undoCall' };
  const fields = [{ field: 'callOutcome', before: outcome, after: null }];
  await logChange(run, context, deed, { record: 'review_call', id, fields });
  if (groups.length) {
    await noteVerification(run, context, {
      id: crypto.randomUUID(),
      organisationId,
      groups,
      method: VerificationMethod.PHONE,
      on,
      note: null,
      takesBack: id,
    });
  }
  if (pointId) {
    const marking = { organisationId, pointId, on: noted.bouncedBefore, expected: on };
    await markBounced(run, context, deed, marking);
  }
  const answer = answers[outcome];
  if (!answer) return;
  // Who has answered by other means meanwhile has answered.
  await run(
    `update review_request set answered_at = null, outcome = null, answered_through = null
     where id = $1 and answered_at = $2 and answered_through = 'phone' and outcome = $3`,
    [noted.requestId, noted.at, answer],
  );
}
