import { type GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  Info,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

import { PageArguments } from '#schema/common/PageArguments.ts';
import { Text } from '#schema/common/Text.ts';
import { capped, DirectoryFacets } from '#schema/directory/DirectoryFacets.ts';
import { DirectoryFilter } from '#schema/directory/DirectoryFilter.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { SearchConnection } from '#schema/directory/SearchConnection.ts';
import { OrganisationConnection } from '#schema/organisation/OrganisationConnection.ts';
import { PersonConnection } from '#schema/person/PersonConnection.ts';
import type { Context } from '#server/context.ts';
import { listDirectory } from './listDirectory.ts';
import { searchDirectory } from './searchDirectory.ts';

/** What every list of the directory takes. */
@ArgsType()
class DirectoryArguments extends PageArguments {
  @Field(() => DirectoryFilter, { nullable: true, description: 'What narrows the list.' })
  filter?: DirectoryFilter | null;
}

const text = {
  nullable: true,
  description:
    'Words to look for, in any order; the last one may be unfinished. The first 200 characters are read, and of them the first 12 words that say something.',
};

/** How the directory is asked: one search over everything, and the same search as a list of one type. */
@Resolver()
export class DirectoryResolver {
  @Query(() => SearchConnection, {
    description:
      'Finds organisations and people, those who can be reached now first. Forgives misspellings, and understands words that name a language, a place, a topic …',
  })
  search(
    @Arg('text', () => Text, { ...text, validate: false, defaultValue: '' }) words: string | null,
    @Args(() => DirectoryArguments, { validate: false }) args: DirectoryArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return searchDirectory(context, info, { ...args, text: words });
  }

  @Query(() => OrganisationConnection, {
    description: 'Organisations, found and narrowed as `search` does.',
  })
  organisations(
    @Arg('text', () => Text, text) words: string | null,
    @Args(() => DirectoryArguments, { validate: false }) args: DirectoryArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listDirectory(context, info, RecordKind.ORGANISATION, {
      ...args,
      text: words,
    });
  }

  @Query(() => PersonConnection, { description: 'People, found and narrowed as `search` does.' })
  people(
    @Arg('text', () => Text, text) words: string | null,
    @Args(() => DirectoryArguments, { validate: false }) args: DirectoryArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listDirectory(context, info, RecordKind.PERSON, { ...args, text: words });
  }
}

const facets = {
  nullable: true,
  description:
    'What is counted of the list, in every way one may narrow it; null on a list of another kind.',
};

/** What some lists have; on the others stands what `otherwise` says, also where nobody asks the resolver. */
interface Listed {
  readonly facets?: DirectoryFacets;
  readonly isCapped?: boolean;
}

/** What the directory adds to a list of organisations. */
@Resolver(() => OrganisationConnection)
export class OrganisationFacetsResolver {
  @Extensions({ otherwise: null })
  @FieldResolver(() => DirectoryFacets, facets)
  facets(@Root() list: Listed) {
    return list.facets ?? null;
  }

  @Extensions({ otherwise: false })
  @FieldResolver(() => Boolean, capped)
  isCapped(@Root() list: Listed) {
    return list.isCapped ?? false;
  }
}

/** What the directory adds to a list of people. */
@Resolver(() => PersonConnection)
export class PersonFacetsResolver {
  @Extensions({ otherwise: null })
  @FieldResolver(() => DirectoryFacets, facets)
  facets(@Root() list: Listed) {
    return list.facets ?? null;
  }

  @Extensions({ otherwise: false })
  @FieldResolver(() => Boolean, capped)
  isCapped(@Root() list: Listed) {
    return list.isCapped ?? false;
  }
}
