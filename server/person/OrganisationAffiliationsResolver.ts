import { type GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';

import { Organisation } from '#schema/organisation/Organisation.ts';
import { AffiliationArguments } from '#schema/person/AffiliationArguments.ts';
import { AffiliationConnection } from '#schema/person/AffiliationConnection.ts';
import { related } from '#server/common/read.ts';
import type { Row } from '#server/common/Row.ts';
import type { Context } from '#server/context.ts';

/** What people add to an organisation: those who are affiliated with it. */
@Resolver(() => Organisation)
export class OrganisationAffiliationsResolver {
  @FieldResolver(() => AffiliationConnection, {
    description:
      'What people are to the organisation; whom to ask first comes first, then the latest.',
  })
  affiliations(
    @Root() organisation: Row,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => AffiliationArguments, { validate: false }) _args: AffiliationArguments,
  ) {
    return related(organisation, context, info);
  }
}
