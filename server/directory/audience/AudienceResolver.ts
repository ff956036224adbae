import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';

import { Audience } from '#schema/directory/audience/Audience.ts';
import { AudienceSubscription } from '#schema/directory/audience/AudienceSubscription.ts';
import { AudienceCount } from '#schema/directory/audience/AudienceCount.ts';
import { readAll, readOne, related, type Where } from '#server/common/read.ts';
import type { Row } from '#server/common/Row.ts';
import { given, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { archiveAudience, ArchiveAudienceInput } from './archiveAudience.ts';
import { countAudiences } from './countAudiences.ts';
import { editAudience, EditAudienceInput } from './editAudience.ts';
import { saveAudience, SaveAudienceInput } from './saveAudience.ts';
import { subscribeToAudience, SubscribeToAudienceInput } from './subscribeToAudience.ts';
import {
  unsubscribeFromAudience,
  UnsubscribeFromAudienceInput,
} from './unsubscribeFromAudience.ts';

/** As many as anybody looks through; the latest of them. */
const listed: Where = (plan) => sql`${plan.column('id')} in (
  select id from audience where (archived_at is not null) = ${given('archived')}::boolean
  order by created_at desc limit 1000
)`;

const input = (description: string) => ({ description, validate: false });

/** How searches are kept, and those whom they find asked for. */
@Resolver(() => Audience)
export class AudienceResolver {
  @Query(() => [Audience], {
    description: 'The viewer’s own saved searches, and those that colleagues share, by name.',
  })
  audiences(
    @Arg('archived', () => Boolean, {
      defaultValue: false,
      description: 'Those that were put away, instead of those in use.',
    })
    archived: boolean,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readAll(context, info, listed, [{ property: 'name' }], { archived });
  }

  @Query(() => Audience, {
    nullable: true,
    description: 'A saved search; null where there is none, or none that the viewer may see.',
  })
  audience(
    @Arg('id', () => ID, { description: 'Its UUID.' }) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, id);
  }

  @Query(() => [AudienceCount], {
    description:
      'How many saved searches find now. Of what is not there, or not for the viewer to see, nothing. INVALID_INPUT for more than 100.',
  })
  audienceCounts(
    @Arg('ids', () => [ID], { description: 'Their UUIDs, at most 100.' }) ids: string[],
    @Ctx() context: Context,
  ) {
    return countAudiences(context, ids);
  }

  @Mutation(() => Audience, {
    description:
      'Lagre et søk. Keeps a search under a name, as the viewer’s own. INVALID_INPUT: `search: REQUIRED` where it asks for everybody; `text: AN_ADDRESS`, for a number or an address is of one person; and what `search` says of its filter. CONFLICT: NAME_TAKEN.',
  })
  async saveAudience(
    @Arg('input', () => SaveAudienceInput, input('What.')) given: SaveAudienceInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await saveAudience(context, given));
  }

  @Mutation(() => Audience, {
    description:
      'Endre et utvalg. Gives it another name or another search, shares it, or takes it back. CONFLICT: STALE_VERSION, NAME_TAKEN.',
  })
  async editAudience(
    @Arg('input', () => EditAudienceInput, input('What.')) given: EditAudienceInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await editAudience(context, given));
  }

  @Mutation(() => Audience, {
    description:
      'Arkivere et utvalg. Puts it away, or takes it out again; nobody is told of it while it is away. CONFLICT: STALE_VERSION, NAME_TAKEN.',
  })
  async archiveAudience(
    @Arg('input', () => ArchiveAudienceInput, input('Which.')) given: ArchiveAudienceInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await archiveAudience(context, given));
  }

  @FieldResolver(() => AudienceSubscription, {
    nullable: true,
    description: 'That the viewer is told of it; null where they are not.',
  })
  subscription(@Root() audience: Row, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return related(audience, context, info);
  }

  @Mutation(() => Audience, {
    description:
      'Abonnere på et utvalg. The viewer is told by mail of who is new in it, and who goes stale; asked again, at another pace. CONFLICT: NO_ADDRESS, IS_ARCHIVED.',
  })
  async subscribeToAudience(
    @Arg('input', () => SubscribeToAudienceInput, input('To what.'))
    given: SubscribeToAudienceInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await subscribeToAudience(context, given));
  }

  @Mutation(() => Audience, {
    description:
      'Avslutte abonnement. The viewer is told no more of it, and whom it found is forgotten. Done twice it is done once.',
  })
  async unsubscribeFromAudience(
    @Arg('input', () => UnsubscribeFromAudienceInput, input('From what.'))
    given: UnsubscribeFromAudienceInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await unsubscribeFromAudience(context, given));
  }
}
