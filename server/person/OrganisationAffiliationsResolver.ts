import { type GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';

import { Organisation } from '#schema/organisation/Organisation.ts';
import { AffiliationConnection } from '#schema/person/AffiliationConnection.ts';
import { planned } from '#server/common/read.ts';
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
    @Arg('current', () => Boolean, {
      nullable: true,
      defaultValue: true,
      description: 'True: those that hold today. False: the others. Null: all.',
    })
    _current: boolean | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' })
    _first: number,
    @Arg('after', () => String, {
      nullable: true,
      description: 'The `endCursor` of the page before.',
    })
    _after: string | null,
  ) {
    return planned(organisation, context, info);
  }
}
