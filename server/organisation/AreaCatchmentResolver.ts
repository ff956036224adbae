import { type GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';

import { LocalDate } from '#schema/common/LocalDate.ts';
import { Catchment } from '#schema/organisation/Catchment.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { planned } from '#server/common/read.ts';
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
    @Arg('asOf', () => LocalDate, { nullable: true, description: 'The day; today if left out.' })
    _asOf: string | null,
  ) {
    return planned(area, context, info);
  }
}
