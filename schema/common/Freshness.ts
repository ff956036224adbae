import { Field, ObjectType } from 'type-graphql';

import { FreshnessState } from './FreshnessState.ts';
import { LocalDate } from './LocalDate.ts';
import { VerificationMethod } from './VerificationMethod.ts';

/** Aktualitet. When a profile was last found right, and when somebody should ask again. */
@ObjectType({
  simpleResolvers: true,
  description: 'When a profile was last found right, and when somebody should ask again.',
})
export class Freshness {
  @Field(() => FreshnessState, { description: 'The judgement in one word, as of today.' })
  state!: FreshnessState;

  @Field(() => LocalDate, { nullable: true, description: 'The day of the last verification.' })
  verifiedOn!: string | null;

  @Field(() => VerificationMethod, {
    nullable: true,
    description: 'How the last verification was made.',
  })
  verifiedBy!: VerificationMethod | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'The day on which somebody should ask again: 24 months after the verification, unless another deadline is set for such organisations.',
  })
  dueOn!: string | null;
}
