import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';

import { BreakGlass } from '#schema/access/BreakGlass.ts';
import { Crisis } from '#schema/access/Crisis.ts';
import { readAll, readOne, type Where } from '#server/common/read.ts';
import { sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { accountForBreakGlass, AccountForBreakGlassInput } from './accountForBreakGlass.ts';
import { closeBreakGlass } from './closeBreakGlass.ts';
import { BreakGlassInput, confirmBreakGlass } from './confirmBreakGlass.ts';
import { declareCrisis, DeclareCrisisInput } from './declareCrisis.ts';
import { endCrisis, EndCrisisInput } from './endCrisis.ts';
import { openBreakGlass, OpenBreakGlassInput } from './openBreakGlass.ts';
import { reviewBreakGlass, ReviewBreakGlassInput } from './reviewBreakGlass.ts';

const lasting: Where = (plan) => sql`${plan.column('endedAt')} is null`;
const notDone: Where = (plan) => sql`${plan.column('reviewedAt')} is null`;
const latest: Where = (plan) =>
  sql`${plan.column('id')} in (select id from break_glass order by opened_at desc limit 200)`;

const input = (description: string) => ({ description, validate: false });

/** How crises are declared, and how one sees more in them. */
@Resolver()
export class CrisisResolver {
  @Query(() => [Crisis], { description: 'Crises that are not over, the latest first.' })
  crises(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return readAll(context, info, lasting, [{ property: 'declaredAt', descending: true }]);
  }

  @Query(() => [BreakGlass], {
    description:
      'What was opened in crises, the latest first: one’s own, and all for those who confirm or review. Those that are not done with; or, with `all`, the last 200.',
  })
  breakGlasses(
    @Arg('all', () => Boolean, { defaultValue: false, description: 'Also what is done with.' })
    all: boolean,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readAll(context, info, all ? latest : notDone, [
      { property: 'openedAt', descending: true },
    ]);
  }

  @Query(() => BreakGlass, {
    nullable: true,
    description:
      'What was opened in a crisis; null where there is none, or none that the viewer may see.',
  })
  breakGlass(
    @Arg('id', () => ID, { description: 'Its UUID.' }) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, id);
  }

  @Mutation(() => Crisis, {
    description:
      'Erklære krise. Says that there is an emergency. INVALID_INPUT: `name: TOO_SHORT` or `TOO_LONG`.',
  })
  async declareCrisis(
    @Arg('input', () => DeclareCrisisInput, input('What it is.')) given: DeclareCrisisInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await declareCrisis(context, given));
  }

  @Mutation(() => Crisis, {
    description: 'Avslutte krise. With it ends whatever was opened in it.',
  })
  async endCrisis(
    @Arg('input', () => EndCrisisInput, input('Which.')) given: EndCrisisInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await endCrisis(context, given));
  }

  @Mutation(() => BreakGlass, {
    description:
      'Åpne nødtilgang. For four hours the viewer sees how people everywhere are reached who have agreed to be reached in a crisis. The privacy officer is told at once; each look is logged. ' +
      'STEP_UP_REQUIRED: sign in anew first. INVALID_INPUT: `reason: TOO_SHORT` or `TOO_LONG`. CONFLICT: CRISIS_IS_OVER; ALREADY_OPEN; ACCOUNT_IS_DUE, for the last one.',
  })
  async openBreakGlass(
    @Arg('input', () => OpenBreakGlassInput, input('For what.')) given: OpenBreakGlassInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await openBreakGlass(context, given));
  }

  @Mutation(() => BreakGlass, {
    description:
      'Bekrefte nødtilgang. A second person stands for it: it lasts until three days after it was opened. FORBIDDEN for one’s own. CONFLICT: IS_OVER.',
  })
  async confirmBreakGlass(
    @Arg('input', () => BreakGlassInput, input('Which.')) given: BreakGlassInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await confirmBreakGlass(context, given));
  }

  @Mutation(() => BreakGlass, {
    description: 'Avslutte nødtilgang. Nobody sees more by it from the next read on.',
  })
  async closeBreakGlass(
    @Arg('input', () => BreakGlassInput, input('Which.')) given: BreakGlassInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await closeBreakGlass(context, given));
  }

  @Mutation(() => BreakGlass, {
    description:
      'Gjøre rede for nødtilgang. What it was used for; until this is told, the same person opens no other. CONFLICT: STILL_OPEN, ALREADY_DONE.',
  })
  async accountForBreakGlass(
    @Arg('input', () => AccountForBreakGlassInput, input('Which, and what for.'))
    given: AccountForBreakGlassInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await accountForBreakGlass(context, given));
  }

  @Mutation(() => BreakGlass, {
    description:
      'Gjennomgå nødtilgang. What the privacy officer found. CONFLICT: NOT_ACCOUNTED_FOR, ALREADY_DONE.',
  })
  async reviewBreakGlass(
    @Arg('input', () => ReviewBreakGlassInput, input('Which, and what was found.'))
    given: ReviewBreakGlassInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await reviewBreakGlass(context, given));
  }
}
