import { Field, Int, ObjectType } from 'type-graphql';

/** Brev på papir. The letters of a round that are to go by post. */
@ObjectType({
  simpleResolvers: true,
  description: 'How many letters of a round are to go by post.',
})
export class ReviewLetters {
  @Field(() => Int, { description: 'How many are to be printed.' })
  waiting!: number;

  @Field(() => Int, { description: 'How many are printed, and not yet noted as sent.' })
  printed!: number;

  @Field(() => Int, { description: 'How many are printed at a time, at most.' })
  most!: number;
}
