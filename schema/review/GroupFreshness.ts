import { Field, ID, ObjectType } from 'type-graphql';

import { Freshness } from '#schema/common/Freshness.ts';
import { Certainty } from './Certainty.ts';
import { FieldGroup } from './FieldGroup.ts';

/** Aktualitet per gruppe. When one group of facts was last found right, by whom and how, and what that is worth today. */
@ObjectType({
  simpleResolvers: true,
  description: 'When one group of facts was last found right, and what that is worth today.',
})
export class GroupFreshness {
  @Field(() => FieldGroup, { description: 'Which facts.' })
  group!: FieldGroup;

  @Field(() => Freshness, { description: 'The last time that somebody vouched for them.' })
  freshness!: Freshness;

  @Field(() => Certainty, {
    description:
      'How far one can count on them: each verification counts, the older the less; messages that came back since count against.',
  })
  certainty!: Certainty;

  @Field(() => ID, {
    nullable: true,
    description: 'The UUID of the last verification; null where there was none.',
  })
  verificationId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who noted it, where it was somebody on the staff.',
  })
  notedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'What they noted.' })
  note!: string | null;

  @Field(() => Boolean, { description: 'Whether the viewer may take that verification back.' })
  viewerMayTakeBack!: boolean;
}
