import { Field, Int, ObjectType } from 'type-graphql';

import { DeadlineEvent } from './DeadlineEvent.ts';
import { ReviewDeadline } from './ReviewDeadline.ts';

/** Frister. All that are set, and what has become of them. */
@ObjectType({
  simpleResolvers: true,
  description: 'All deadlines that are set, and what has become of them.',
})
export class ReviewDeadlines {
  @Field(() => [ReviewDeadline], {
    description: 'Those that are set: of all, then of kinds, then of trusts, by name.',
  })
  deadlines!: ReviewDeadline[];

  @Field(() => Int, { description: 'How many organisations go by none of them: 24 months.' })
  others!: number;

  @Field(() => Boolean, { description: 'Whether the viewer may set those of every trust.' })
  viewerMaySetForAll!: boolean;

  @Field(() => [DeadlineEvent], { description: 'The last fifty changes, the latest first.' })
  history!: DeadlineEvent[];
}
