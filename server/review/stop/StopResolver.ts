import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import { StopRequest } from '#schema/review/StopRequest.ts';
import type { Context } from '#server/context.ts';
import { answerStop, AnswerStopRequestInput } from './answerStop.ts';
import { readStop, readStops } from './readStops.ts';

/** How those are answered who do not want to be in the register. */
@Resolver()
export class StopResolver {
  @Query(() => [StopRequest], {
    description:
      'Henvendelser. What organisations that want to be left alone have asked for and nobody has answered, within the viewer’s scope, the oldest first: at most 100.',
  })
  stopRequests(@Ctx() context: Context): Promise<StopRequest[]> {
    return readStops(context);
  }

  @Mutation(() => StopRequest, {
    description:
      'Svare på en henvendelse. Says what was done about it, and how long the organisation is left alone; it is told by mail. NOT_FOUND: no such request. FORBIDDEN: not theirs to answer. ' +
      'INVALID_INPUT: `answer: REQUIRED` or `TOO_LONG`. CONFLICT with reason `ALREADY_DECIDED`: somebody else was first.',
  })
  async answerStopRequest(
    @Arg('input', () => AnswerStopRequestInput, {
      validate: false,
      description: 'Which, and what was done.',
    })
    input: AnswerStopRequestInput,
    @Ctx() context: Context,
  ): Promise<StopRequest> {
    return readStop(context, await answerStop(context, input));
  }
}
