import { Field, ID, Int, ObjectType } from 'type-graphql';

import { LocalDate } from '#schema/common/LocalDate.ts';
import { Moment } from '#schema/common/Moment.ts';
import { DirectoryFilter } from '#schema/directory/DirectoryFilter.ts';
import { ReviewAsks } from './ReviewAsks.ts';
import { ReviewRoundState } from './ReviewRoundState.ts';
import { RoundText } from './RoundText.ts';

@ObjectType({ simpleResolvers: true, description: 'What the viewer may do with a round.' })
export class ReviewRoundPermissions {
  @Field(() => Boolean, { description: 'Change it, open it or put it away: it is a draft.' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Close it: it is open.' })
  close!: boolean;
}

/** Oppdateringsrunde. Organisations are asked, about every second year, whether what stands in the register is still right. */
@ObjectType({
  simpleResolvers: true,
  description: 'That organisations are asked whether what stands in the register is still right.',
})
export class ReviewRound {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes to it.' })
  version!: number;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => ReviewRoundState, { description: 'How far it has come.' })
  state!: ReviewRoundState;

  @Field(() => ID, {
    nullable: true,
    description: 'The saved search that says whom it asks; null where it has one of its own.',
  })
  audienceId!: string | null;

  @Field(() => String, { nullable: true, description: 'What that is called.' })
  audienceName!: string | null;

  @Field(() => String, { nullable: true, description: 'The words of the search of its own.' })
  text!: string | null;

  @Field(() => DirectoryFilter, {
    nullable: true,
    description: 'What narrows it. Of a round that was opened, as it was then.',
  })
  filter!: DirectoryFilter | null;

  @Field(() => String, {
    description: 'Whom it asks, in a sentence: «Virksomheter på somali, i Oslo».',
  })
  sentence!: string;

  @Field(() => LocalDate, { description: 'The day of the first letters.' })
  opensOn!: string;

  @Field(() => LocalDate, { description: 'The day before which answers are asked for.' })
  dueOn!: string;

  @Field(() => [Int], { description: 'How many days after the first letters it is reminded.' })
  reminderDays!: number[];

  @Field(() => Int, {
    nullable: true,
    description: 'How many days before `dueOn` the last call goes out; null: none does.',
  })
  lastCallDays!: number | null;

  @Field(() => [RoundText], { description: 'What is added to the letters, per language.' })
  texts!: RoundText[];

  @Field(() => String, { description: 'The name that stands under the letters.' })
  signedBy!: string;

  @Field(() => ReviewAsks, { description: 'How much is asked about.' })
  asks!: ReviewAsks;

  @Field(() => String, { nullable: true, description: 'Who made it.' })
  madeBy!: string | null;

  @Field(() => Moment, { description: 'When it was made.' })
  madeAt!: string;

  @Field(() => Moment, { nullable: true, description: 'When it was opened.' })
  openedAt!: string | null;

  @Field(() => Moment, {
    nullable: true,
    description: 'When all its letters stood in the queue; null while they are being made.',
  })
  queuedAt!: string | null;

  @Field(() => Moment, { nullable: true, description: 'When it was closed.' })
  closedAt!: string | null;

  @Field(() => Int, { description: 'How many organisations it is about, once it was opened.' })
  requestCount!: number;

  @Field(() => Int, { description: 'How many of those have their first letter in the queue.' })
  queuedCount!: number;

  @Field(() => ReviewRoundPermissions, { description: 'What the viewer may do with it.' })
  viewerMay!: ReviewRoundPermissions;
}
