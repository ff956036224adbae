import type { Context } from '#server/context.ts';
import { dropClaim } from '#server/directory/work/dropClaim.ts';
import { callKind } from './callSql.ts';
import type { CallInput } from './claimCall.ts';
import { findCall } from './findCall.ts';

/** Slippe. Leaves an organisation for somebody else to ring. Throws NOT_FOUND, FORBIDDEN. */
export async function releaseCall(context: Context, { requestId }: CallInput): Promise<boolean> {
  await findCall(context, requestId);
  return dropClaim(context, callKind, requestId.toLowerCase());
}
