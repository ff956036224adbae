import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Mutation, Query, Resolver } from 'type-graphql';

import { Batch, BatchConnection } from '#schema/access/Batch.ts';
import { BatchKind } from '#schema/access/BatchKind.ts';
import { PageArguments } from '#schema/common/PageArguments.ts';
import type { Context } from '#server/context.ts';
import { batchCalled, listBatches } from './listBatches.ts';
import { undoBatch, UndoBatchInput } from './undoBatch.ts';

@ArgsType()
class BatchesArguments extends PageArguments {
  @Field(() => BatchKind, { nullable: true, description: 'Only those of this kind.' })
  kind?: BatchKind | null;
}

/** What was done to many records at once. */
@Resolver()
export class BatchResolver {
  @Query(() => Batch, { nullable: true, description: 'One batch; null where there is none.' })
  batch(@Arg('id', () => ID, { description: 'Its UUID.' }) id: string, @Ctx() context: Context) {
    return batchCalled(context, id);
  }

  @Query(() => BatchConnection, {
    description: 'What was done to many records at once, the latest first.',
  })
  batches(
    @Args(() => BatchesArguments, { validate: false }) asked: BatchesArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listBatches(context, info, asked);
  }

  @Mutation(() => Batch, {
    description:
      'Angre et parti. Takes back all that was done in a batch, and gives it as it is then; a large one is `UNDOING` for a while. What was made is removed, what was changed is put back, ' +
      'what was removed is there again, each with a change of its own. For those with the permission to write in the register, within their scope. NOT_FOUND: no such batch. INVALID_INPUT: `reason: REQUIRED`. ' +
      'CONFLICT with reason `CANNOT_BE_UNDONE`: it was taken back before, is not done yet, or has a way back of its own; `CHANGED_SINCE`: `count` of its records cannot be put back as they were, ' +
      '`changes` names the first of them with `reason` (`CHANGED_SINCE`, `STILL_IN_USE`, `GONE`, `OUTSIDE_SCOPE`): nothing was done, and may be for all the rest with `leaveChanged`.',
  })
  async undoBatch(
    @Arg('input', () => UndoBatchInput, { validate: false, description: 'Which, and why.' })
    input: UndoBatchInput,
    @Ctx() context: Context,
  ) {
    return batchCalled(context, await undoBatch(context, input));
  }
}
