import { ArgsType, Field, Int } from 'type-graphql';

/** Sideangivelse. What every list in pages takes. The server reads at most 100 at a time. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, {
    nullable: true,
    description:
      'How many from the beginning, or from `after`: 1 to 100. 20 where nothing is said.',
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The `endCursor` of the page before: what comes after it.',
  })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many from the end, or up to `before`: 1 to 100. In the order of the list all the same. Not together with `first`.',
  })
  last?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The `startCursor` of the page that follows: what comes before it.',
  })
  before?: string | null;
}
