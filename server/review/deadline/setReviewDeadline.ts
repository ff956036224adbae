import type { DeadlineEffect } from '#schema/review/deadline/DeadlineEffect.ts';
import type { Context } from '#server/context.ts';
import type { SetReviewDeadlineInput } from './DeadlineInput.ts';
import { ensureDeadline } from './ensureDeadline.ts';
import { writeDeadline } from './writeDeadline.ts';

/**
 * Setter en frist. From now on organisations of the trust and the kind are due so many months after they were last verified; nobody's
 * verification is moved by it. Gives for how many that is something else.
 *
 * Throws INVALID_INPUT, FORBIDDEN, CONFLICT (DEADLINE_HAS_CHANGED).
 */
export async function setReviewDeadline(
  context: Context,
  { trustId = null, kind = null, months, seen = null }: SetReviewDeadlineInput,
): Promise<DeadlineEffect> {
  await ensureDeadline(context, { trustId, months });
  return writeDeadline(context, 'setReviewDeadline', { trustId, kind, months, seen });
}
