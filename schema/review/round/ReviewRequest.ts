import { Field, ID, Int, ObjectType } from 'type-graphql';

import { Moment } from '#schema/common/Moment.ts';
import { AnsweredThrough } from './AnsweredThrough.ts';
import { ReviewChannel } from './ReviewChannel.ts';
import { ReviewHindrance } from './ReviewHindrance.ts';
import { ReviewOutcome } from './ReviewOutcome.ts';
import { ReviewRequestState } from './ReviewRequestState.ts';

/** Forespørsel. That one organisation is asked in a round, and what has become of it. */
@ObjectType({
  simpleResolvers: true,
  description: 'That one organisation is asked in a round, and what has become of it.',
})
export class ReviewRequest {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => ID, { description: 'The UUID of the round.' })
  roundId!: string;

  @Field(() => ID, { description: 'The UUID of the organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'What the organisation is called today.' })
  organisationName!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The UUID of the health trust that follows it up; null where none answers for it.',
  })
  trustId!: string | null;

  @Field(() => String, { nullable: true, description: 'What that is called.' })
  trustName!: string | null;

  @Field(() => String, { description: 'The language that it is written to in, as its code.' })
  language!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the language that it would have been, did we have letters in it.',
  })
  lacksLanguage!: string | null;

  @Field(() => ReviewChannel, { nullable: true, description: 'By which way it is asked.' })
  channel!: ReviewChannel | null;

  @Field(() => ReviewHindrance, { nullable: true, description: 'Why nobody is written to.' })
  hindrance!: ReviewHindrance | null;

  @Field(() => ReviewRequestState, { description: 'Where it stands.' })
  state!: ReviewRequestState;

  @Field(() => Moment, { nullable: true, description: 'When the first message was sent.' })
  sentAt!: string | null;

  @Field(() => Moment, { nullable: true, description: 'When somebody first opened it.' })
  openedAt!: string | null;

  @Field(() => Moment, { nullable: true, description: 'When it was answered.' })
  answeredAt!: string | null;

  @Field(() => ReviewOutcome, { nullable: true, description: 'What was answered.' })
  outcome!: ReviewOutcome | null;

  @Field(() => AnsweredThrough, { nullable: true, description: 'By which way.' })
  answeredThrough!: AnsweredThrough | null;

  @Field(() => Boolean, { description: 'Whether the answer came after the round was closed.' })
  isLate!: boolean;

  @Field(() => Int, { description: 'How many messages were sent.' })
  messageCount!: number;
}

/** Forespørsler, side for side. */
@ObjectType({ simpleResolvers: true, description: 'Requests of a round, by name.' })
export class ReviewRequestPage {
  @Field(() => [ReviewRequest], { description: 'At most as many as were asked for.' })
  nodes!: ReviewRequest[];

  @Field(() => Int, { description: 'How many there are in all.' })
  totalCount!: number;

  @Field(() => Boolean, { description: 'Whether more come after these.' })
  hasMore!: boolean;
}
