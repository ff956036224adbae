import { Field, ID, InputType } from 'type-graphql';

import type { WorkClaim } from '#schema/directory/work/WorkItem.ts';
import type { Context } from '#server/context.ts';
import { takeClaim } from '#server/directory/work/takeClaim.ts';
import { callKind } from './callSql.ts';
import { findCall } from './findCall.ts';

@InputType({ description: 'One on the call list.' })
export class CallInput {
  @Field(() => ID, { description: 'The UUID of the request.' })
  requestId!: string;
}

/**
 * Jeg ringer. Says that one is ringing an organisation, so that nobody else does; for an hour, or until something has come of it.
 *
 * Throws NOT_FOUND, FORBIDDEN, CONFLICT (TAKEN).
 */
export async function claimCall(context: Context, { requestId }: CallInput): Promise<WorkClaim> {
  await findCall(context, requestId);
  return takeClaim(context, callKind, requestId.toLowerCase());
}
