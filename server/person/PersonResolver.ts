import { type GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';

import { AffiliationArguments } from '#schema/person/AffiliationArguments.ts';
import { AffiliationConnection } from '#schema/person/AffiliationConnection.ts';
import { Person } from '#schema/person/Person.ts';
import { readOne, related } from '#server/common/read.ts';
import type { Row } from '#server/common/Row.ts';
import type { Context } from '#server/context.ts';

/** How people are asked for. */
@Resolver(() => Person)
export class PersonResolver {
  @Query(() => Person, {
    nullable: true,
    description: 'One person; null where there is none, or none that the viewer may see.',
  })
  person(
    @Arg('id', () => ID, { description: 'Their UUID.' }) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, id);
  }

  @FieldResolver(() => AffiliationConnection, {
    description: 'What the person is to organisations; the primary first, then the latest.',
  })
  affiliations(
    @Root() person: Row,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => AffiliationArguments, { validate: false }) _args: AffiliationArguments,
  ) {
    return related(person, context, info);
  }
}
