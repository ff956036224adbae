import { Field, ID, Int, ObjectType } from 'type-graphql';

import { Moment } from '#schema/common/Moment.ts';
import { FieldGroup } from './FieldGroup.ts';
import { ChangeProposalState } from './ChangeProposalState.ts';
import { ProposedChange } from './ProposedChange.ts';

/** Forslag. What an organisation says, by its link, that the register should say of it. */
@ObjectType({
  simpleResolvers: true,
  description: 'What an organisation says, by its link, that the register should say of it.',
})
export class ChangeProposal {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => ID, { description: 'The UUID of the organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'What the organisation is called today.' })
  organisationName!: string;

  @Field(() => FieldGroup, { description: 'Which facts it is about.' })
  group!: FieldGroup;

  @Field(() => [ProposedChange], {
    description: 'What is to be different; none where it is only said in words.',
  })
  changes!: ProposedChange[];

  @Field(() => String, { nullable: true, description: 'What they wrote beside it.' })
  note!: string | null;

  @Field(() => String, { description: 'The language that they read, as its code.' })
  language!: string;

  @Field(() => Moment, { description: 'When it came.' })
  proposedAt!: string;

  @Field(() => ChangeProposalState, { description: 'What has become of it.' })
  state!: ChangeProposalState;

  @Field(() => String, { nullable: true, description: 'Why it was refused, or what was asked.' })
  reason!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether some of it is about what somebody has changed since: it cannot be taken in as it is.',
  })
  isOvertaken!: boolean;

  @Field(() => Int, {
    description: 'How many more of the organisation are waiting that are about the same facts.',
  })
  others!: number;
}
