import { Field, ID, ObjectType } from 'type-graphql';

import { LocalDate } from '#schema/common/LocalDate.ts';
import { Moment } from '#schema/common/Moment.ts';
import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { Predecessor } from './Predecessor.ts';
import { SuccessionState } from './SuccessionState.ts';

/** Overlevering. That somebody no longer is what they were to an organisation, and who they say it is now. */
@ObjectType({
  simpleResolvers: true,
  description:
    'That somebody no longer is what they were to an organisation, and who they say it is now. Nothing in the register is different until the one who is named has said yes and somebody has approved it.',
})
export class Succession {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => ID, { description: 'The UUID of the organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'What the organisation is called today.' })
  organisationName!: string;

  @Field(() => SuccessionState, { description: 'How far it has come.' })
  state!: SuccessionState;

  @Field(() => VerificationMethod, { description: 'How it came: `LINK` or `PHONE`.' })
  through!: VerificationMethod;

  @Field(() => Moment, { description: 'When it came.' })
  askedAt!: string;

  @Field(() => String, { description: 'The language that is written to the new one, as its code.' })
  language!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who has taken over, as they are called; null once that is forgotten.',
  })
  name!: string | null;

  @Field(() => ContactChannel, { description: 'The channel that they are reached by.' })
  channel!: ContactChannel;

  @Field(() => String, {
    nullable: true,
    description: 'Where they are reached, masked; null once that is forgotten.',
  })
  value!: string | null;

  @Field(() => Boolean, { description: 'Whether the message to them could not be sent.' })
  hasFailed!: boolean;

  @Field(() => Moment, { nullable: true, description: 'When they said yes.' })
  confirmedAt!: string | null;

  @Field(() => LocalDate, {
    description: 'The last day on which it waits; then who was named is forgotten.',
  })
  expiresOn!: string;

  @Field(() => [Predecessor], {
    description: 'Whom it may be that leaves: those who are something to the organisation today.',
  })
  predecessors!: Predecessor[];

  @Field(() => ID, {
    nullable: true,
    description: 'The UUID of the person in the register who is reached in the same way.',
  })
  knownPersonId!: string | null;

  @Field(() => String, { nullable: true, description: 'What that person is called.' })
  knownPersonName!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  reason!: string | null;
}
