import { type GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';

import { AsOfArguments } from '#schema/organisation/AsOfArguments.ts';
import { Catchment } from '#schema/organisation/Catchment.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { related } from '#server/common/read.ts';
import type { Row } from '#server/common/Row.ts';
import type { Context } from '#server/context.ts';

/** What organisations add to an area: the trust that answers for it. */
@Resolver(() => Area)
export class AreaCatchmentResolver {
  @FieldResolver(() => Catchment, {
    nullable: true,
    description:
      'The catchment that the area belongs to on a day. Null where it is unknown: before the first known day, or for an area whose districts are listed one by one.',
  })
  catchment(
    @Root() area: Row,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => AsOfArguments, { validate: false }) _args: AsOfArguments,
  ) {
    return related(area, context, info);
  }
}
