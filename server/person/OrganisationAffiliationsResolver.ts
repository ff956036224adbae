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
  @FieldResolver(() => Boolean, {
    description:
      'Whether there is nobody to turn to: of those who are or were affiliated, no one who can be reached is left today; or nobody ever was, and none of its own contact details work.',
  })
  isWithoutContact(@Root() organisation: Row): unknown {
    return organisation['isWithoutContact'];
  }

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
