import { Field, ID, InputType, ObjectType } from 'type-graphql';

import { FreshnessState } from '#schema/common/FreshnessState.ts';
import { LocalDate } from '#schema/common/LocalDate.ts';
import { Text } from '#schema/common/Text.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import { RecordKind } from './RecordKind.ts';

/**
 * Filter. What narrows a search. Fields narrow together; the values of one list are alternatives.
 *
 * Whoever asks sends it, and a saved search gives it back: one class, so that neither knows a field that the other does not.
 */
@ObjectType('SavedFilter', {
  simpleResolvers: true,
  description: 'What narrows a saved search, in the words of `DirectoryFilter`.',
})
@InputType({
  description: 'What narrows a search. All fields given must hold; of a list one value is enough.',
})
export class DirectoryFilter {
  @Field(() => RecordKind, { nullable: true, description: 'Only organisations, or only people.' })
  only?: RecordKind | null;

  @Field(() => [OrganisationKind], { nullable: true, description: 'Organisations of these kinds.' })
  kinds?: OrganisationKind[] | null;

  @Field(() => [ID], { nullable: true, description: 'Codes of languages.' })
  languages?: string[] | null;

  @Field(() => LanguageLevel, {
    nullable: true,
    description:
      'People who speak the languages asked for, in the filter or in the text, at least this well. Organisations have no level and match.',
  })
  languageLevel?: LanguageLevel | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Codes of areas. Matches also what serves the municipality, the county or the country around, and what lies within.',
  })
  areas?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The identifier of a health trust: what serves its catchment area today.',
  })
  trust?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Codes of topics.' })
  topics?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Codes of communities.' })
  communities?: string[] | null;

  @Field(() => [Willingness], {
    nullable: true,
    description: 'People who are willing to do any of these.',
  })
  willingness?: Willingness[] | null;

  @Field(() => [FreshnessState], { nullable: true, description: 'Profiles as fresh as this.' })
  freshness?: FreshnessState[] | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Profiles verified on this day or later.',
  })
  verifiedSince?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'With a telephone number that the viewer may know of; false: without.',
  })
  hasPhone?: boolean | null;

  @Field(() => [Text], {
    nullable: true,
    description:
      'Words of the text that are to be taken as plain text, not as a language, a place or a topic: chips that were removed.',
  })
  asText?: string[] | null;
}
