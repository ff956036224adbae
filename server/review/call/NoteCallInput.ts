import { Field, ID, InputType } from 'type-graphql';

import { Moment } from '#schema/common/Moment.ts';
import { Text } from '#schema/common/Text.ts';
import { CallOutcome } from '#schema/review/call/CallOutcome.ts';
import { FieldGroup } from '#schema/review/FieldGroup.ts';

@InputType({ description: 'What came of ringing an organisation up.' })
export class NoteCallInput {
  @Field(() => ID, {
    description: 'A new UUID, made by whoever rings: sent twice, it is noted once.',
  })
  id!: string;

  @Field(() => ID, { description: 'The UUID of the request.' })
  requestId!: string;

  @Field(() => CallOutcome, { description: 'What came of it.' })
  outcome!: CallOutcome;

  @Field(() => [FieldGroup], {
    nullable: true,
    description: 'What was read out and found right: one group at least of `CONFIRMED`.',
  })
  groups?: FieldGroup[] | null;

  @Field(() => Moment, {
    nullable: true,
    description: 'When to ring again: for `LATER`, within a year from now.',
  })
  againAt?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The UUID of the contact point that is not theirs: for `WRONG_NUMBER`.',
  })
  contactPointId?: string | null;

  @Field(() => Text, {
    nullable: true,
    description: 'What was said, for whoever reads the history: at most 500 characters.',
  })
  note?: string | null;
}
