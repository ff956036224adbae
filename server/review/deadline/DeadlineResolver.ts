import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import { DeadlineEffect } from '#schema/review/deadline/DeadlineEffect.ts';
import { ReviewDeadlines } from '#schema/review/deadline/ReviewDeadlines.ts';
import type { Context } from '#server/context.ts';
import {
  DeadlineInput,
  RemoveReviewDeadlineInput,
  SetReviewDeadlineInput,
} from './DeadlineInput.ts';
import { readDeadlines } from './readDeadlines.ts';
import { readEffect } from './readEffect.ts';
import { removeReviewDeadline } from './removeReviewDeadline.ts';
import { setReviewDeadline } from './setReviewDeadline.ts';

const refusals =
  'FORBIDDEN: not theirs to set. INVALID_INPUT: `trustId: UNKNOWN_TRUST`; `months: FROM_6_TO_36`.';
const tooLate =
  ' CONFLICT with reason `DEADLINE_HAS_CHANGED`: somebody else was first, and it no longer is what was seen.';

/** How long organisations may go without being verified. */
@Resolver()
export class DeadlineResolver {
  @Query(() => ReviewDeadlines, {
    description: 'Frister. Those that are set for kinds and trusts, and what has become of them.',
  })
  reviewDeadlines(@Ctx() context: Context): Promise<ReviewDeadlines> {
    return readDeadlines(context);
  }

  @Query(() => DeadlineEffect, {
    description: `For how many organisations a deadline would make a difference, were it set or taken away now; nothing is written. ${refusals}`,
  })
  deadlineEffect(
    @Arg('input', () => DeadlineInput, { validate: false, description: 'Which deadline.' })
    input: DeadlineInput,
    @Ctx() context: Context,
  ): Promise<DeadlineEffect> {
    return readEffect(context, input);
  }

  @Mutation(() => DeadlineEffect, {
    description: `Sette en frist. Sets after how many months organisations of a trust and a kind are due, and gives for how many that is something else. ${refusals}${tooLate}`,
  })
  setReviewDeadline(
    @Arg('input', () => SetReviewDeadlineInput, {
      validate: false,
      description: 'For whom, and how many months.',
    })
    input: SetReviewDeadlineInput,
    @Ctx() context: Context,
  ): Promise<DeadlineEffect> {
    return setReviewDeadline(context, input);
  }

  @Mutation(() => DeadlineEffect, {
    description: `Ta bort en frist. From now on the next one that fits holds; gives for how many that is something else. ${refusals}${tooLate}`,
  })
  removeReviewDeadline(
    @Arg('input', () => RemoveReviewDeadlineInput, {
      validate: false,
      description: 'Which one, as it was seen.',
    })
    input: RemoveReviewDeadlineInput,
    @Ctx() context: Context,
  ): Promise<DeadlineEffect> {
    return removeReviewDeadline(context, input);
  }
}
