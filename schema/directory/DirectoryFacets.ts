import { Field, ID, Int, ObjectType } from 'type-graphql';

/** Fasettverdi. One value, and how many of the hits have it. */
@ObjectType({ simpleResolvers: true, description: 'One value, and how many of the hits have it.' })
export class FacetValue {
  @Field(() => ID, { description: 'The value of the enum, or the code of the term.' })
  value!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the term; null for enums, which the client words.',
  })
  label!: string | null;

  @Field(() => Int, { description: 'How many of the hits have it.' })
  count!: number;
}

const counted = (of: string) => ({ description: `Hits by ${of}, the most common first.` });

/** What a list says of itself when it was too long to count. */
export const capped = {
  description:
    'Whether there are more hits than are counted. Then the count, the facets and the pages are of the first of them, those who can be reached and were verified last.',
};

/** Fasetter. The hits counted in every way that one may narrow them. */
@ObjectType({
  simpleResolvers: true,
  description:
    'The hits, all of them or the first of a list that is capped, counted in every way that one may narrow them.',
})
export class DirectoryFacets {
  @Field(() => [FacetValue], counted('what they are'))
  only!: FacetValue[];

  @Field(() => [FacetValue], counted('kind of organisation'))
  kinds!: FacetValue[];

  @Field(() => [FacetValue], counted('language'))
  languages!: FacetValue[];

  @Field(() => [FacetValue], counted('area that they serve directly'))
  areas!: FacetValue[];

  @Field(() => [FacetValue], counted('topic'))
  topics!: FacetValue[];

  @Field(() => [FacetValue], counted('country of background of those whom they reach'))
  communities!: FacetValue[];

  @Field(() => [FacetValue], counted('what they are willing to do'))
  willingness!: FacetValue[];

  @Field(() => [FacetValue], counted('how fresh their profile is'))
  freshness!: FacetValue[];

  @Field(() => Int, { description: 'Hits with a telephone number that the viewer may know of.' })
  hasPhone!: number;
}
