import { Field, ID, Int, ObjectType } from 'type-graphql';

import { LocalDate } from '#schema/common/LocalDate.ts';
import { Moment } from '#schema/common/Moment.ts';
import { WorkClaim } from '#schema/directory/work/WorkItem.ts';
import { CallReason } from './CallReason.ts';

/** En som skal ringes. An organisation on the call list, by the request that it has not answered. */
@ObjectType({
  simpleResolvers: true,
  description: 'An organisation on the call list, by the request that it has not answered.',
})
export class CallListItem {
  @Field(() => ID, { description: 'The UUID of the request.' })
  id!: string;

  @Field(() => ID, { description: 'The UUID of the organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'What the organisation is called.' })
  organisationName!: string;

  @Field(() => String, { nullable: true, description: 'The municipality where it is.' })
  municipality!: string | null;

  @Field(() => String, { nullable: true, description: 'The health trust that follows it up.' })
  trustName!: string | null;

  @Field(() => String, { description: 'The language that it is written to in, as its code.' })
  language!: string;

  @Field(() => CallReason, { description: 'Why it is rung up.' })
  reason!: CallReason;

  @Field(() => String, { description: 'What the round is called.' })
  roundName!: string;

  @Field(() => LocalDate, { description: 'The day by which the round is to be answered.' })
  dueOn!: string;

  @Field(() => Moment, { nullable: true, description: 'When it was first written to.' })
  sentAt!: string | null;

  @Field(() => Boolean, { description: 'Whether somebody there has opened the link.' })
  isOpened!: boolean;

  @Field(() => Int, { description: 'How many times nobody has answered.' })
  unanswered!: number;

  @Field(() => Moment, { nullable: true, description: 'When it was last rung.' })
  lastCalledAt!: string | null;

  @Field(() => Moment, { nullable: true, description: 'When it is to be rung again.' })
  againAt!: string | null;

  @Field(() => [String], {
    description: 'The languages that the one who asks and the organisation have in common.',
  })
  sharedLanguages!: string[];

  @Field(() => Boolean, {
    description: 'Whether the round asks about all; else about what is uncertain alone.',
  })
  asksAll!: boolean;

  @Field(() => [String], {
    description:
      'The organisation’s own telephone numbers that may work, in the order to try them.',
  })
  phones!: string[];

  @Field(() => WorkClaim, { nullable: true, description: 'Who is ringing; null where nobody is.' })
  claim!: WorkClaim | null;
}

@ObjectType({ simpleResolvers: true, description: 'A value by which the call list is narrowed.' })
export class CallChoice {
  @Field(() => ID, { description: 'What to ask by.' })
  value!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => Int, { description: 'How many there are.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Those who are to be rung.' })
export class CallListPage {
  @Field(() => [CallListItem], {
    description:
      'In the order to ring them: those who asked to be rung now, then those one shares a language with, then those rung the least.',
  })
  nodes!: CallListItem[];

  @Field(() => String, {
    nullable: true,
    description: 'Where this page ends; null where there is no more.',
  })
  endCursor!: string | null;

  @Field(() => Int, { description: 'How many there are in all.' })
  totalCount!: number;

  @Field(() => Int, { description: 'How many have asked to be rung at another time.' })
  laterCount!: number;

  @Field(() => [CallChoice], { description: 'The trusts that follow them up.' })
  trusts!: CallChoice[];

  @Field(() => [CallChoice], { description: 'The municipalities where they are.' })
  municipalities!: CallChoice[];

  @Field(() => [CallChoice], { description: 'The languages that they are written to in.' })
  languages!: CallChoice[];
}
