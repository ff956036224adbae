import { Field, ID, InputType } from 'type-graphql';

import { LocalDate } from '#schema/common/LocalDate.ts';
import { Text } from '#schema/common/Text.ts';
import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { FieldGroup } from '#schema/review/FieldGroup.ts';

/** Bekreftet av noen. What was found right, how and when, whoever it is about. */
@InputType({ description: 'What was found right, how and when.' })
export abstract class VouchedInput {
  @Field(() => ID, {
    description: 'A new UUID, made by whoever asks: asked twice, it is noted once.',
  })
  id!: string;

  @Field(() => [FieldGroup], { description: 'What was found right: one group at least.' })
  groups!: FieldGroup[];

  @Field(() => VerificationMethod, {
    description: 'How they were asked: `PHONE`, `MEETING` or `EXERCISE`.',
  })
  method!: VerificationMethod;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which they were asked; today unless another is given.',
  })
  on?: string | null;

  @Field(() => Text, {
    nullable: true,
    description: 'Who said so, or where: at most 500 characters.',
  })
  note?: string | null;
}
