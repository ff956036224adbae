import { Field, ObjectType } from 'type-graphql';

import { MatchKind } from './MatchKind.ts';

/** Begrunnelse. Why this is a hit: what in it a word of the query was found in. */
@ObjectType({
  simpleResolvers: true,
  description: 'Why this is a hit: what in it a word of the query was found in.',
})
export class MatchReason {
  @Field(() => MatchKind, { description: 'Where it was found.' })
  kind!: MatchKind;

  @Field(() => String, { description: 'The word or words of the query, as typed.' })
  word!: string;

  @Field(() => String, {
    description:
      'What was found: as written in the record, or what the term is called in the language of the request.',
  })
  text!: string;

  @Field(() => Boolean, {
    description: 'False where a misspelling or only a part of the word was found.',
  })
  exact!: boolean;

  @Field(() => Boolean, {
    description: 'For areas: whether the hit serves a wider area than the one asked for.',
  })
  isWider!: boolean;
}
