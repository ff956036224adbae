import type { DeadlineEffect } from '#schema/review/deadline/DeadlineEffect.ts';
import type { Context } from '#server/context.ts';
import type { RemoveReviewDeadlineInput } from './DeadlineInput.ts';
import { ensureDeadline } from './ensureDeadline.ts';
import { writeDeadline } from './writeDeadline.ts';

/**
 * Tar bort en frist. From now on those who went by it go by the next that fits. Gives for how many that is something else.
 *
 * Throws INVALID_INPUT, FORBIDDEN, CONFLICT (DEADLINE_HAS_CHANGED).
 */
export async function removeReviewDeadline(
  context: Context,
  { trustId = null, kind = null, seen }: RemoveReviewDeadlineInput,
): Promise<DeadlineEffect> {
  await ensureDeadline(context, { trustId });
  return writeDeadline(context, 'removeReviewDeadline', { trustId, kind, months: null, seen });
}
