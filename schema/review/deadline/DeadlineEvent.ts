import { Field, ID, Int, ObjectType } from 'type-graphql';

import { Moment } from '#schema/common/Moment.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';

/** Endring av en frist. Who set which deadline, when, and what it was before. */
@ObjectType({
  simpleResolvers: true,
  description: 'Who set which deadline, when, and what it was before.',
})
export class DeadlineEvent {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the trust is called whose organisations it is for; null: every trust.',
  })
  trustName!: string | null;

  @Field(() => OrganisationKind, {
    nullable: true,
    description: 'The kind of organisations it is for; null: every kind.',
  })
  kind!: OrganisationKind | null;

  @Field(() => Int, { nullable: true, description: 'Months before; null where there was none.' })
  before!: number | null;

  @Field(() => Int, { nullable: true, description: 'Months since; null where it was taken away.' })
  after!: number | null;

  @Field(() => Moment, { description: 'When.' })
  at!: string;

  @Field(() => String, { nullable: true, description: 'By whom, if it still is known.' })
  by!: string | null;
}
