import { ArgsType, Field, Int } from 'type-graphql';

/** Sideangivelse. What every list in pages takes. The server reads at most 100 at a time. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'How many, 1 to 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  after?: string | null;
}
