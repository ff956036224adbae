import { Field, ID, ObjectType } from 'type-graphql';

import { LocalDate } from '#schema/common/LocalDate.ts';
import { Moment } from '#schema/common/Moment.ts';

/** Regel om å la være å skrive. That an organisation is left alone, for a while or until it says otherwise. */
@ObjectType({
  simpleResolvers: true,
  description: 'That an organisation is left alone, for a while or until it says otherwise.',
})
export class QuietRule {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => ID, { description: 'The UUID of the organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'What the organisation is called today.' })
  organisationName!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Since when it is not to be written to at all; null where it is a pause.',
  })
  objectedOn!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day on which it may be written to again; null where it objects.',
  })
  pausedUntil!: string | null;

  @Field(() => Moment, { description: 'When it was noted.' })
  notedAt!: string;

  @Field(() => Boolean, { description: 'Whether the viewer may lift it.' })
  viewerMayLift!: boolean;
}
