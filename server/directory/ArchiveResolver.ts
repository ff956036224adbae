import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Query, Resolver } from 'type-graphql';

import { PageArguments } from '#schema/common/PageArguments.ts';
import { Text } from '#schema/common/Text.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { OrganisationConnection } from '#schema/organisation/OrganisationConnection.ts';
import { Person } from '#schema/person/Person.ts';
import { PersonConnection } from '#schema/person/PersonConnection.ts';
import type { Context } from '#server/context.ts';
import { listArchived } from './listArchived.ts';

const text = { nullable: true, description: 'Words that their names hold, in any order.' };

/** How one finds again what was archived. */
@Resolver()
export class ArchiveResolver {
  @Query(() => OrganisationConnection, {
    description:
      'Organisations that are archived, the latest first. For those who may write in the register.',
  })
  archivedOrganisations(
    @Arg('text', () => Text, text) words: string | null,
    @Args(() => PageArguments, { validate: false }) page: PageArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listArchived(context, info, Organisation, { ...page, text: words });
  }

  @Query(() => PersonConnection, {
    description:
      'People who are archived, the latest first. For those who may write in the register.',
  })
  archivedPeople(
    @Arg('text', () => Text, text) words: string | null,
    @Args(() => PageArguments, { validate: false }) page: PageArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listArchived(context, info, Person, { ...page, text: words });
  }
}
