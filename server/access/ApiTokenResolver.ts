import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import { PageArguments } from '#schema/common/PageArguments.ts';
import type { Context } from '#server/context.ts';
import { ApiTokenAnswer, ApiTokenConnection, CreatedApiToken } from './ApiTokenAnswer.ts';
import { createApiToken, CreateApiTokenInput } from './createApiToken.ts';
import { listTokens, tokenCalled } from './listTokens.ts';
import { revokeApiToken, RevokeApiTokenInput } from './revokeApiToken.ts';

/** What lets other systems in. */
@Resolver()
export class ApiTokenResolver {
  @Query(() => ApiTokenConnection, {
    description:
      'The tokens: those that let somebody in, then those that no longer do, each by what they are for.',
  })
  apiTokens(
    @Args(() => PageArguments, { validate: false }) page: PageArguments,
    @Ctx() context: Context,
  ) {
    return listTokens(context, page);
  }

  @Mutation(() => CreatedApiToken, {
    description:
      'Lage API-nøkkel. Makes a token and gives it, this once. For those who manage tokens, and signed in anew less than ten minutes ago. ' +
      'STEP_UP_REQUIRED: they did not. INVALID_INPUT: `fields` says what is wrong, such as `expiresOn: AT_MOST_A_YEAR` or `permissions: NOT_OF_THE_ROLE`.',
  })
  async createApiToken(
    @Arg('input', () => CreateApiTokenInput, {
      validate: false,
      description: 'What it is for, what it may, and for how long.',
    })
    input: CreateApiTokenInput,
    @Ctx() context: Context,
  ): Promise<CreatedApiToken> {
    const { id, token } = await createApiToken(context, input);
    return { token, apiToken: await tokenCalled(context, id) };
  }

  @Mutation(() => ApiTokenAnswer, {
    description:
      'Trekke tilbake nøkkel. The token lets nobody in any longer, at once and for good. NOT_FOUND: no such token.',
  })
  async revokeApiToken(
    @Arg('input', () => RevokeApiTokenInput, { validate: false, description: 'Which one.' })
    input: RevokeApiTokenInput,
    @Ctx() context: Context,
  ) {
    return tokenCalled(context, await revokeApiToken(context, input));
  }
}
