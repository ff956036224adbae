import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';

import { Organisation } from '#schema/organisation/Organisation.ts';
import { QuietRule } from '#schema/review/QuietRule.ts';
import { readOne } from '#server/common/read.ts';
import type { Context } from '#server/context.ts';
import { liftQuietRule, LiftQuietRuleInput } from './liftQuietRule.ts';
import { readQuietRules, readQuietRulesOf } from './readQuietRules.ts';
import { restoreQuietRule, RestoreQuietRuleInput } from './restoreQuietRule.ts';

/** How it is read who is left alone, and how that is lifted. */
@Resolver()
export class QuietRuleResolver {
  @Query(() => [QuietRule], {
    description:
      'De som får fred. Organisations that are neither written to nor rung today, within the viewer’s scope, the latest noted first: at most 100.',
  })
  quietRules(@Ctx() context: Context): Promise<QuietRule[]> {
    return readQuietRules(context);
  }

  @Query(() => [QuietRule], {
    description:
      'Får fred. What has an organisation left alone today; nothing for most. NOT_FOUND: no such organisation.',
  })
  quietRulesOf(
    @Arg('organisationId', () => ID, { description: 'The UUID of the organisation.' })
    organisationId: string,
    @Ctx() context: Context,
  ): Promise<QuietRule[]> {
    return readQuietRulesOf(context, organisationId);
  }

  @Mutation(() => Organisation, {
    description:
      'Oppheve. Somebody of the organisation has said that it may be written to again; the next round does. NOT_FOUND: no such rule. FORBIDDEN: not theirs to lift. ' +
      'INVALID_INPUT: `reason: REQUIRED`, `TOO_LONG`, `HIDDEN_CHARACTERS` or `NATIONAL_IDENTITY_NUMBER_IN_TEXT`. CONFLICT with reason `ALREADY_DONE`: it no longer holds.',
  })
  async liftQuietRule(
    @Arg('input', () => LiftQuietRuleInput, {
      validate: false,
      description: 'Which, who said so, and why.',
    })
    input: LiftQuietRuleInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await liftQuietRule(context, input));
  }

  @Mutation(() => Organisation, {
    description:
      'Angre opphevingen. The organisation is left alone as before. NOT_FOUND: no such rule. FORBIDDEN: not theirs to lift. ' +
      'CONFLICT with reason `CHANGED_SINCE`: something else has been noted since.',
  })
  async restoreQuietRule(
    @Arg('input', () => RestoreQuietRuleInput, { validate: false, description: 'Which.' })
    input: RestoreQuietRuleInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await restoreQuietRule(context, input));
  }
}
