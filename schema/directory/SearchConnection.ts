import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';

import { Freshness } from '#schema/common/Freshness.ts';
import { PageInfo } from '#schema/common/PageInfo.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { Person } from '#schema/person/Person.ts';
import { capped, DirectoryFacets } from './DirectoryFacets.ts';
import { Loosening } from './Loosening.ts';
import { MatchReason } from './MatchReason.ts';
import { UnderstoodWord } from './UnderstoodWord.ts';

const why = { description: 'Why it is a hit: for each word of the query what it was found in.' };
const reachable = {
  description:
    'Whether it can be reached now: in operation, its profile not stale, with a phone, SMS or e-mail that has not failed.',
};

/** Treff på en virksomhet. */
@ObjectType({ simpleResolvers: true, description: 'An organisation that was found.' })
export class OrganisationHit {
  @Field(() => ID, { description: 'The identifier of the organisation.' })
  id!: string;

  @Field(() => Organisation, { description: 'The organisation.' })
  organisation!: Organisation;

  @Field(() => [MatchReason], why)
  why!: MatchReason[];

  @Field(() => Freshness, { description: 'How fresh its profile is.' })
  freshness!: Freshness;

  @Field(() => Boolean, reachable)
  isReachable!: boolean;
}

/** Treff på en person. */
@ObjectType({ simpleResolvers: true, description: 'A person who was found.' })
export class PersonHit {
  @Field(() => ID, { description: 'The identifier of the person.' })
  id!: string;

  @Field(() => Person, { description: 'The person.' })
  person!: Person;

  @Field(() => [MatchReason], why)
  why!: MatchReason[];

  @Field(() => Freshness, { description: 'How fresh the profile is.' })
  freshness!: Freshness;

  @Field(() => Boolean, reachable)
  isReachable!: boolean;
}

/** Treff. */
export const SearchHit = createUnionType({
  name: 'SearchHit',
  description: 'What a search finds: an organisation or a person.',
  types: () => [OrganisationHit, PersonHit] as const,
  resolveType: (hit) => (hit as { __typename?: string }).__typename,
});
export type SearchHit = OrganisationHit | PersonHit;

/** Treff på sin plass. */
@ObjectType({ simpleResolvers: true, description: 'A hit in its place in the list.' })
export class SearchEdge {
  @Field(() => String, { description: 'Its place; give it as `after` to read on from here.' })
  cursor!: string;

  @Field(() => SearchHit, { description: 'The hit.' })
  node!: SearchHit;
}

/** Søkesvar. A page of hits, those who can be reached first, with what the words were taken to mean. */
@ObjectType({
  simpleResolvers: true,
  description: 'A page of hits, and what the search made of the words.',
})
export class SearchConnection {
  @Field(() => [SearchEdge], { description: 'The hits of this page in their places.' })
  edges!: SearchEdge[];

  @Field(() => [SearchHit], { description: 'The hits of this page.' })
  nodes!: SearchHit[];

  @Field(() => PageInfo, { description: 'Where this page lies in the whole list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, {
    description: 'How many hits there are in all; of a list that is capped, how many were counted.',
  })
  totalCount!: number;

  @Field(() => Boolean, capped)
  isCapped!: boolean;

  @Field(() => DirectoryFacets, {
    description: 'The hits that are counted, in every way one may narrow them.',
  })
  facets!: DirectoryFacets;

  @Field(() => [UnderstoodWord], {
    description: 'The words that were understood as more than text.',
  })
  understood!: UnderstoodWord[];

  @Field(() => [Loosening], {
    description: 'When nothing was found: what to leave out, the most helpful first. Else empty.',
  })
  loosen!: Loosening[];
}
