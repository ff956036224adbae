import { Field, ObjectType } from 'type-graphql';

/** Side. Where a page of a connection lies in the whole. */
@ObjectType({ simpleResolvers: true, description: 'Where a page lies in the whole list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether the page does not begin at the beginning.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first edge.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last edge; give it as `after` to read on.',
  })
  endCursor!: string | null;
}
