import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';

import { Area } from '#schema/vocabulary/Area.ts';
import { AreaKind } from '#schema/vocabulary/AreaKind.ts';
import { Community } from '#schema/vocabulary/Community.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { Topic } from '#schema/vocabulary/Topic.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';

/** How the vocabularies are asked for. All from memory. */
@Resolver()
export class VocabularyResolver {
  @Query(() => Area, { nullable: true, description: 'One area; null where no area has the code.' })
  area(
    @Arg('code', () => ID, { description: 'The official code: NO, 03, 0301, 030101.' })
    code: string,
    @Ctx() { vocabulary, locale }: Context,
  ) {
    return vocabulary.area(code, locale);
  }

  @Query(() => [Area], {
    description:
      'Areas in the order of their codes: all, those of a kind, those in an area. Throws INVALID_INPUT for an unknown parent.',
  })
  areas(
    @Arg('kind', () => AreaKind, { nullable: true, description: 'Only those of this kind.' })
    kind: AreaKind | null,
    @Arg('parent', () => ID, {
      nullable: true,
      description: 'The code of an area: only those one level down in it.',
    })
    parent: string | null,
    @Ctx() { vocabulary, locale }: Context,
  ) {
    const within = parent ? vocabulary.area(parent, locale) : null;
    if (parent && !within) throw new InvalidInput({ parent: 'NO_SUCH_AREA' });
    const areas = within?.children ?? vocabulary.areas(locale);
    return kind ? areas.filter((area) => area.kind === kind) : areas;
  }

  @Query(() => [Language], { description: 'All languages, by name.' })
  languages(@Ctx() { vocabulary, locale }: Context) {
    return vocabulary.all('Language', locale);
  }

  @Query(() => [Topic], { description: 'All topics, by name.' })
  topics(@Ctx() { vocabulary, locale }: Context) {
    return vocabulary.all('Topic', locale);
  }

  @Query(() => [Community], { description: 'All countries of background, by name.' })
  communities(@Ctx() { vocabulary, locale }: Context) {
    return vocabulary.all('Community', locale);
  }
}
