import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';

import { Affiliation } from '#schema/person/Affiliation.ts';
import { HandOver } from '#schema/person/HandOver.ts';
import { readOne } from '#server/common/read.ts';
import type { Context } from '#server/context.ts';
import { editAffiliation, EditAffiliationInput } from './editAffiliation.ts';
import { endAffiliation, EndAffiliationInput } from './endAffiliation.ts';
import { type HandedOver, handOverRole, HandOverRoleInput } from './handOverRole.ts';
import { startAffiliation, StartAffiliationInput } from './startAffiliation.ts';

const refusals =
  'For those who may correct the organisation. NOT_FOUND: no such affiliation, person or organisation. FORBIDDEN: the organisation is not theirs to correct. ' +
  'INVALID_INPUT: `until: ENDS_BEFORE_IT_BEGINS`, `since: IS_SO_ALREADY` (the same person is the same to the same organisation on one of the days), `BEFORE_1900` or ' +
  '`TOO_FAR_AHEAD`, `title: TOO_LONG`, `NOT_ONE_LINE`, `HIDDEN_CHARACTERS` or `NATIONAL_IDENTITY_NUMBER_IN_TEXT`, `personId: ARCHIVED`.';
const stale = ' CONFLICT (STALE_VERSION): somebody else was first, as in `correctOrganisation`.';

/** How it is said what people are to organisations. */
@Resolver(() => Affiliation)
export class AffiliationResolver {
  @Mutation(() => Affiliation, {
    description: `Knytte til. Says that somebody is something to an organisation, from one day until another or for now. ${refusals}`,
  })
  async startAffiliation(
    @Arg('input', () => StartAffiliationInput, {
      validate: false,
      description: 'Who, where, as what, and when.',
    })
    input: StartAffiliationInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await startAffiliation(context, input));
  }

  @Mutation(() => Affiliation, {
    description: `Rette tilknytning. Changes as what, and when, somebody is affiliated. ${refusals}${stale}`,
  })
  async editAffiliation(
    @Arg('input', () => EditAffiliationInput, {
      validate: false,
      description: 'Which affiliation, as it was seen, and what is right.',
    })
    input: EditAffiliationInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await editAffiliation(context, input));
  }

  @Mutation(() => Affiliation, {
    description: `Avslutte tilknytning. Says on which day somebody was last what they were. Its \`leavesWithoutContact\` says whether the organisation has nobody left to turn to. ${refusals}${stale}`,
  })
  async endAffiliation(
    @Arg('input', () => EndAffiliationInput, {
      validate: false,
      description: 'Which affiliation, as it was seen, and its last day.',
    })
    input: EndAffiliationInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await endAffiliation(context, input));
  }

  @Mutation(() => HandOver, {
    description: `Ikke leder lenger. Ends what somebody is to an organisation and says who is it now: somebody in the register, somebody new, or nobody yet. It is one change for whoever undoes it. ${refusals}${stale}`,
  })
  handOverRole(
    @Arg('input', () => HandOverRoleInput, {
      validate: false,
      description: 'Who no longer is, from when, and who is it now.',
    })
    input: HandOverRoleInput,
    @Ctx() context: Context,
  ) {
    return handOverRole(context, input);
  }
}

/** What came of a role that changed hands. */
@Resolver(() => HandOver)
export class HandOverResolver {
  @FieldResolver(() => Affiliation)
  ended(
    @Root() { endedId }: HandedOver,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, endedId);
  }

  @FieldResolver(() => Affiliation, { nullable: true })
  started(
    @Root() { startedId }: HandedOver,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return startedId && readOne(context, info, startedId);
  }
}
