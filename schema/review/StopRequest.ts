import { Field, ID, ObjectType } from 'type-graphql';

import { LocalDate } from '#schema/common/LocalDate.ts';
import { Moment } from '#schema/common/Moment.ts';
import { StopKind } from './StopKind.ts';

/** Henvendelse. That an organisation wants to be left alone, objects, or wants to be removed. */
@ObjectType({
  simpleResolvers: true,
  description: 'That an organisation wants to be left alone, objects, or wants to be removed.',
})
export class StopRequest {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => ID, { description: 'The UUID of the organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'What the organisation is called today.' })
  organisationName!: string;

  @Field(() => StopKind, { description: 'What it asks for.' })
  kind!: StopKind;

  @Field(() => String, { nullable: true, description: 'Why, if they said so.' })
  reason!: string | null;

  @Field(() => String, { description: 'The language that they read, as its code.' })
  language!: string;

  @Field(() => Moment, { description: 'When it came.' })
  askedAt!: string;

  @Field(() => LocalDate, { description: 'The last day for an answer: a month after it came.' })
  answerBy!: string;

  @Field(() => Boolean, { description: 'Whether that day has passed without one.' })
  isOverdue!: boolean;

  @Field(() => String, { nullable: true, description: 'What was answered; null while it waits.' })
  answer!: string | null;
}
