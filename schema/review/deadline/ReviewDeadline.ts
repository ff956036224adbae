import { Field, ID, Int, ObjectType } from 'type-graphql';

import { Moment } from '#schema/common/Moment.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';

/**
 * Frist. How many months may pass from a verification until an organisation is asked again: those of a kind, those that a health trust answers
 * for, those of both, or all.
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'How many months may pass from a verification until an organisation is asked again. Of several that fit, the most particular one holds: ' +
    'that of its trust and kind, else that of its trust, else that of its kind, else that of all; 24 months where there is none.',
})
export class ReviewDeadline {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The UUID of the health trust whose organisations it is for; null: every trust.',
  })
  trustId!: string | null;

  @Field(() => String, { nullable: true, description: 'What the trust is called.' })
  trustName!: string | null;

  @Field(() => OrganisationKind, {
    nullable: true,
    description: 'The kind of organisations it is for; null: every kind.',
  })
  kind!: OrganisationKind | null;

  @Field(() => Int, { description: 'Months from a verification until it is due: from 6 to 36.' })
  months!: number;

  @Field(() => Int, { description: 'How many organisations go by it today.' })
  organisations!: number;

  @Field(() => Moment, { description: 'When it was last set.' })
  setAt!: string;

  @Field(() => Boolean, { description: 'Whether the viewer may change it, or take it away.' })
  viewerMayChange!: boolean;
}
