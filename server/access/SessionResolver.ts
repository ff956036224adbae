import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import type { Context } from '#server/context.ts';
import { endOtherSessions } from './endOtherSessions.ts';
import { endSession, EndSessionInput } from './endSession.ts';
import { listSessions } from './listSessions.ts';
import { SessionAnswer } from './SessionAnswer.ts';

/** One's own sessions; nobody sees another's. */
@Resolver()
export class SessionResolver {
  @Query(() => [SessionAnswer], {
    description:
      'Where the viewer is signed in: this browser first, then those last used. Empty for a token.',
  })
  sessions(@Ctx() context: Context) {
    return listSessions(context);
  }

  @Mutation(() => SessionAnswer, {
    description:
      'Avslutte økt. Signs the viewer out in one of their browsers, at once, and gives the session as it was. NOT_FOUND: no such session of theirs.',
  })
  endSession(
    @Arg('input', () => EndSessionInput, { validate: false, description: 'Which one.' })
    input: EndSessionInput,
    @Ctx() context: Context,
  ) {
    return endSession(context, input);
  }

  @Mutation(() => [SessionAnswer], {
    description:
      'Avslutte de andre øktene. Signs the viewer out everywhere but here, at once, and gives the sessions that this ended.',
  })
  endOtherSessions(@Ctx() context: Context) {
    return endOtherSessions(context);
  }
}
