import type { Context } from '#server/context.ts';
import type { WorkInput } from './claimWork.ts';
import { dropClaim } from './dropClaim.ts';
import { subjectOf } from './subjectOf.ts';

/** Slippe. Gives up what one has taken; what one has not taken stays as it is. Throws NOT_FOUND. */
export async function releaseWork(context: Context, { id }: WorkInput): Promise<boolean> {
  const { kind, subject } = await subjectOf(context, id);
  return dropClaim(context, kind, subject);
}
