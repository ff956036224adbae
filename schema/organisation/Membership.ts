import { Field, Int, ObjectType } from 'type-graphql';

/** Medlemstall. A figure with its date: without the year it says nothing. */
@ObjectType({ simpleResolvers: true, description: 'A membership figure with its year.' })
export class Membership {
  @Field(() => Int, { description: 'How many members.' })
  count!: number;

  @Field(() => Int, { description: 'The year that the figure is of.' })
  year!: number;
}
