import { type GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Info,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

import { PageArguments } from '#schema/common/PageArguments.ts';
import { AsOfArguments } from '#schema/organisation/AsOfArguments.ts';
import { Catchment } from '#schema/organisation/Catchment.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { OrganisationConnection } from '#schema/organisation/OrganisationConnection.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { readAll, readOne, related, type Where } from '#server/common/read.ts';
import { readOneOrSurvivor } from '#server/common/readOneOrSurvivor.ts';
import type { Row } from '#server/common/Row.ts';
import { later, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import {
  archiveOrganisation,
  ArchiveOrganisationInput,
  restoreOrganisation,
} from './archiveOrganisation.ts';
import { createOrganisation, CreateOrganisationInput } from './createOrganisation.ts';
import { editOrganisation, EditOrganisationInput } from './editOrganisation.ts';
import { correctOrganisation, CorrectOrganisationInput } from './correctOrganisation.ts';

/** Those that may answer for a catchment. */
const trustKinds = [OrganisationKind.HEALTH_TRUST, OrganisationKind.HOSPITAL];

const answersForACatchment: Where = (plan) => {
  const today = later(({ context }) => context.today);
  return sql`${plan.column('kind')} = any(${trustKinds}) and ${plan.column('archivedOn')} is null and exists (
    select from catchment where trust_id = ${plan.column('id')} and since <= ${today}::date
    and coalesce(until, 'infinity') >= ${today}::date
  )`;
};

/** How organisations are asked for. */
@Resolver(() => Organisation)
export class OrganisationResolver {
  @Query(() => Organisation, {
    nullable: true,
    description:
      'One organisation; null where there is none, or none that the viewer may see. Of one that was merged into another, that other.',
  })
  organisation(
    @Arg('id', () => ID, { description: 'Its UUID.' }) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOneOrSurvivor(context, info, 'organisation', id);
  }

  @Query(() => [Organisation], {
    description: 'The health trusts and hospitals that answer for a catchment today, by name.',
  })
  healthTrusts(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return readAll(context, info, answersForACatchment, [{ property: 'name' }]);
  }

  @Mutation(() => Organisation, {
    description:
      'Rette. Corrects the name of an organisation and the values of its contact points, and gives it as it is then: all of it, with who, when and why, or nothing. ' +
      'For those with the permission to write in the register. NOT_FOUND: no such organisation. FORBIDDEN: not theirs to correct. ' +
      'INVALID_INPUT: `fields` says of each what is wrong, such as `name: REQUIRED`, `TOO_LONG` or `NOT_ONE_LINE`, `contactPoints.0.id: UNKNOWN` or `GIVEN_TWICE`, ' +
      '`contactPoints.0.value: NOT_A_PHONE_NUMBER`, `NOT_AN_EMAIL_ADDRESS`, `NOT_A_WEB_ADDRESS` or `NOT_A_USER_NAME`. ' +
      'CONFLICT with reason `STALE_VERSION`: somebody else was first; `version` is the one to look at now, `changes` are those made since, the oldest first, each with ' +
      '`field`, `part` (the contact point), `before`, `after`, `by`, `at`, `verb`, `reason` and `version`.',
  })
  async correctOrganisation(
    @Arg('input', () => CorrectOrganisationInput, {
      validate: false,
      description: 'Which organisation, as it was seen, and what is right.',
    })
    input: CorrectOrganisationInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return correctOrganisation(context, input, (id) => readOne(context, info, id));
  }

  @Mutation(() => Organisation, {
    description:
      'Opprette. Takes a new organisation into the register, and gives it. For those with the permission to write in the register, in their scope. ' +
      'INVALID_INPUT: as in `editOrganisation`; `name` and `kind` are `REQUIRED`.',
  })
  async createOrganisation(
    @Arg('input', () => CreateOrganisationInput, {
      validate: false,
      description: 'What is known of it.',
    })
    input: CreateOrganisationInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await createOrganisation(context, input));
  }

  @Mutation(() => Organisation, {
    description:
      'Redigere. Changes anything that is said of an organisation, and gives it as it is then: all of it, or nothing. NOT_FOUND, FORBIDDEN and CONFLICT as in ' +
      '`correctOrganisation`. INVALID_INPUT: `fields` says of each what is wrong: as there, and `name: MIXED_SCRIPTS`, `number: NOT_NINE_DIGITS`, `WRONG_CHECK_DIGIT` or ' +
      '`ALREADY_USED`, `seat: FORMER_MUNICIPALITY`, `SPLIT_MUNICIPALITY`, `NOT_A_MUNICIPALITY` or `UNKNOWN_CODE`, `parent: UNKNOWN` or `WITHIN_ITSELF`, ' +
      '`servedAreas: OUT_OF_SCOPE`, `closedOn: ENDS_BEFORE_IT_BEGINS`; `suggestions` has of some of them what may be meant, or who has the number: `value` and `name`.',
  })
  async editOrganisation(
    @Arg('input', () => EditOrganisationInput, {
      validate: false,
      description: 'Which organisation, as it was seen, and what is to be different.',
    })
    input: EditOrganisationInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await editOrganisation(context, input));
  }

  @Mutation(() => Organisation, {
    description:
      'Arkivere. Puts an organisation away: nobody finds it, and its page still opens. CONFLICT with reason `ALREADY_DONE`: it is archived. Else as in `correctOrganisation`.',
  })
  async archiveOrganisation(
    @Arg('input', () => ArchiveOrganisationInput, {
      validate: false,
      description: 'Which one, as it was seen.',
    })
    input: ArchiveOrganisationInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await archiveOrganisation(context, input));
  }

  @Mutation(() => Organisation, {
    description: 'Hente frem. Takes an organisation out of the archive. As `archiveOrganisation`.',
  })
  async restoreOrganisation(
    @Arg('input', () => ArchiveOrganisationInput, {
      validate: false,
      description: 'Which one, as it was seen.',
    })
    input: ArchiveOrganisationInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await restoreOrganisation(context, input));
  }

  @FieldResolver(() => OrganisationConnection, {
    description: 'The organisations that have this one as their parent, by name.',
  })
  branches(
    @Root() organisation: Row,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArguments, { validate: false }) _page: PageArguments,
  ) {
    return related(organisation, context, info);
  }

  @FieldResolver(() => [Catchment], {
    description: 'The areas that a trust answers for on a day, by area.',
  })
  catchments(
    @Root() organisation: Row,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => AsOfArguments, { validate: false }) _args: AsOfArguments,
  ) {
    return related(organisation, context, info);
  }
}
