import { Field, ID, Int, ObjectType } from 'type-graphql';

import { Moment } from '#schema/common/Moment.ts';
import { RoundFigures } from './RoundFigures.ts';

/** Godkjenning. That a trust stands for its part of the overview, with the figures that it was signed with. */
@ObjectType({
  simpleResolvers: true,
  description: 'That somebody signed for a trust, with the figures they saw.',
})
export class RoundSignOff {
  @Field(() => String, { description: 'Who signed.' })
  by!: string;

  @Field(() => Moment, { description: 'When.' })
  at!: string;

  @Field(() => String, { nullable: true, description: 'What they noted.' })
  note!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many had answered then.' })
  answered!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many it was about then.' })
  total!: number | null;
}

/** Hvor et foretak står i en runde: what would be signed for, what is missing, and whether it is signed. */
@ObjectType({
  simpleResolvers: true,
  description: 'What a trust would sign for, what is missing, and whether it is signed.',
})
export class TrustStanding {
  @Field(() => ID, { description: 'The UUID of the trust.' })
  trustId!: string;

  @Field(() => String, { description: 'What it is called.' })
  trustName!: string;

  @Field(() => RoundFigures, { description: 'How far its organisations have come today.' })
  figures!: RoundFigures;

  @Field(() => Int, {
    description: 'How many have answered: confirmed, changed or declined. One signs for these.',
  })
  answered!: number;

  @Field(() => Int, { description: 'Proposals of its organisations that wait for an editor.' })
  openProposals!: number;

  @Field(() => RoundSignOff, {
    nullable: true,
    description: 'The signature that stands; null where there is none.',
  })
  signOff!: RoundSignOff | null;

  @Field(() => Boolean, { description: 'Whether the viewer may sign for it, or take that back.' })
  viewerMaySign!: boolean;
}
