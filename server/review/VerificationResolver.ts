import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';

import { Organisation } from '#schema/organisation/Organisation.ts';
import { GroupFreshness } from '#schema/review/GroupFreshness.ts';
import { readOne } from '#server/common/read.ts';
import type { Context } from '#server/context.ts';
import { readGroups } from './readGroups.ts';
import { takeBackVerification, TakeBackVerificationInput } from './takeBackVerification.ts';
import { verifyOrganisation, VerifyOrganisationInput } from './verifyOrganisation.ts';

/** How somebody vouches for what the register says, and what that is worth. */
@Resolver()
export class VerificationResolver {
  @Query(() => [GroupFreshness], {
    description:
      'Aktualitet. When each group of facts of an organisation was last found right, and what that is worth today. NOT_FOUND: no such organisation.',
  })
  groupFreshness(
    @Arg('organisationId', () => ID, { description: 'The UUID of the organisation.' })
    organisationId: string,
    @Ctx() context: Context,
  ): Promise<GroupFreshness[]> {
    return readGroups(context, organisationId);
  }

  @Mutation(() => Organisation, {
    description:
      'Bekrefte. Notes that an organisation was asked and that what the register says of it was right; nothing else makes a profile fresher. For those who may correct it. ' +
      'NOT_FOUND: no such organisation. FORBIDDEN: not theirs to correct. INVALID_INPUT: `groups: REQUIRED`, `method: NOT_BY_STAFF`, `on: IN_THE_FUTURE`, `note: TOO_LONG`, ' +
      '`id: NOT_A_UUID`. CONFLICT with reason `ID_IS_TAKEN`: another organisation has one of that identifier.',
  })
  async verifyOrganisation(
    @Arg('input', () => VerifyOrganisationInput, {
      validate: false,
      description: 'What was found right, how and when.',
    })
    input: VerifyOrganisationInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await verifyOrganisation(context, input));
  }

  @Mutation(() => Organisation, {
    description:
      'Ta tilbake en bekreftelse. Says that one was a mistake: the profile is as fresh as before it, and the history keeps both. For those who may correct the organisation. ' +
      'NOT_FOUND: no such verification. FORBIDDEN: not theirs to correct. CONFLICT with reason `NOT_BY_STAFF`: the organisation itself or a register said so.',
  })
  async takeBackVerification(
    @Arg('input', () => TakeBackVerificationInput, {
      validate: false,
      description: 'Which one, and why.',
    })
    input: TakeBackVerificationInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await takeBackVerification(context, input));
  }
}
