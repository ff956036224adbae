import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Mutation, Query, Resolver } from 'type-graphql';

import { PageArguments } from '#schema/common/PageArguments.ts';
import { WorkClaim, WorkItemConnection } from '#schema/directory/work/WorkItem.ts';
import { WorkKind } from '#schema/directory/work/WorkKind.ts';
import type { Context } from '#server/context.ts';
import { claimWork, WorkInput } from './claimWork.ts';
import { listWork } from './listWork.ts';
import { releaseWork } from './releaseWork.ts';

@ArgsType()
class WorkArguments extends PageArguments {
  @Field(() => [WorkKind], { nullable: true, description: 'Of these kinds alone.' })
  kinds?: WorkKind[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'What belongs to the catchment of this trust or region alone: its UUID.',
  })
  trust?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'What one has taken alone.' })
  isMine?: boolean | null;
}

const which = { description: 'Which.', validate: false };

/** How the work list is asked for, and who is on to what. */
@Resolver()
export class WorkResolver {
  @Query(() => WorkItemConnection, {
    description:
      'Arbeidslisten. What is to be done for those who keep the register: in their scope, the most urgent kind first, of each kind the oldest first. INVALID_INPUT: `trust: UNKNOWN_TRUST`.',
  })
  workItems(
    @Args(() => WorkArguments, { validate: false }) args: WorkArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listWork(context, info, args);
  }

  @Mutation(() => WorkClaim, {
    description:
      'Ta. Says that one is on to something, for an hour; again for another. NOT_FOUND: it is not to be done any more, or not theirs. ' +
      'CONFLICT with reason `TAKEN`: somebody else is; `changes` say `by` whom and `until` when.',
  })
  claimWork(@Arg('input', () => WorkInput, which) input: WorkInput, @Ctx() context: Context) {
    return claimWork(context, input);
  }

  @Mutation(() => Boolean, {
    description:
      'Slippe. Gives up what one has taken; whether there was anything to give up. NOT_FOUND.',
  })
  releaseWork(@Arg('input', () => WorkInput, which) input: WorkInput, @Ctx() context: Context) {
    return releaseWork(context, input);
  }
}
