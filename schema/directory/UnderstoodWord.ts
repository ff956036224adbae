import { Field, ID, ObjectType } from 'type-graphql';

import { TermKind } from './TermKind.ts';

/** Forstått ord. A word of the query, or some that stand together, that is understood as more than its letters. */
@ObjectType({
  simpleResolvers: true,
  description:
    'A word of the query that is understood as more than its letters. Adding `word` to the filter’s `asText` takes the understanding away.',
})
export class UnderstoodWord {
  @Field(() => String, { description: 'The word or words, as typed.' })
  word!: string;

  @Field(() => TermKind, { description: 'What sort of thing it is.' })
  kind!: TermKind;

  @Field(() => ID, { description: 'The value of the enum, or the code of the term.' })
  value!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the term; null for what the client words.',
  })
  label!: string | null;
}
