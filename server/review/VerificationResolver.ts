import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';

import { Organisation } from '#schema/organisation/Organisation.ts';
import { Person } from '#schema/person/Person.ts';
import { GroupFreshness } from '#schema/review/GroupFreshness.ts';
import { readOne } from '#server/common/read.ts';
import type { Context } from '#server/context.ts';
import { readGroups } from './readGroups.ts';
import { readPersonGroups } from './readPersonGroups.ts';
import {
  takeBackPersonVerification,
  takeBackVerification,
  TakeBackVerificationInput,
} from './takeBackVerification.ts';
import { verifyOrganisation, VerifyOrganisationInput } from './verifyOrganisation.ts';
import { verifyPerson, VerifyPersonInput } from './verifyPerson.ts';

const wrong =
  'INVALID_INPUT: `groups: REQUIRED` or `NOT_OF_SUCH`, `method: NOT_BY_STAFF`, `on: IN_THE_FUTURE`, `note: TOO_LONG` or `NATIONAL_IDENTITY_NUMBER_IN_TEXT`, ' +
  '`id: NOT_A_UUID`. CONFLICT with reason `ID_IS_TAKEN`: somebody or something else has one of that identifier.';

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

  @Query(() => [GroupFreshness], {
    description:
      'Aktualitet. When each group of what is told of a person was last found right, and what that is worth today. NOT_FOUND: no such person.',
  })
  personFreshness(
    @Arg('personId', () => ID, { description: 'The UUID of the person.' }) personId: string,
    @Ctx() context: Context,
  ): Promise<GroupFreshness[]> {
    return readPersonGroups(context, personId);
  }

  @Mutation(() => Organisation, {
    description:
      'Bekrefte. Notes that an organisation was asked and that what the register says of it was right; nothing else makes a profile fresher. For those who may correct it. ' +
      `NOT_FOUND: no such organisation. FORBIDDEN: not theirs to correct. ${wrong}`,
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

  @Mutation(() => Person, {
    description:
      'Bekrefte person. Notes that somebody was asked and that what the register says of them was right; nothing else makes a profile fresher. For those who may edit them. ' +
      `NOT_FOUND: no such person. FORBIDDEN: not theirs to edit. ${wrong}`,
  })
  async verifyPerson(
    @Arg('input', () => VerifyPersonInput, {
      validate: false,
      description: 'What was found right, how and when.',
    })
    input: VerifyPersonInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await verifyPerson(context, input));
  }

  @Mutation(() => Person, {
    description:
      'Ta tilbake en bekreftelse av en person. Says that one was a mistake: the profile is as fresh as before it, and the history keeps both. For those who may edit the person. ' +
      'NOT_FOUND: no such verification. FORBIDDEN: not theirs to edit. CONFLICT with reason `NOT_BY_STAFF`: they said so themselves.',
  })
  async takeBackPersonVerification(
    @Arg('input', () => TakeBackVerificationInput, {
      validate: false,
      description: 'Which one, and why.',
    })
    input: TakeBackVerificationInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await takeBackPersonVerification(context, input));
  }
}
