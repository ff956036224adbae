import { Field, ID, Int, ObjectType } from 'type-graphql';

import { connectionOf } from '#schema/common/connectionOf.ts';
import { LocalDate } from '#schema/common/LocalDate.ts';
import { Moment } from '#schema/common/Moment.ts';
import { RegisterProposal } from '#schema/directory/register/RegisterProposal.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { WorkKind } from './WorkKind.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'That somebody is on to something of the work list.',
})
export class WorkClaim {
  @Field(() => String, { description: 'Who.' })
  by!: string;

  @Field(() => Boolean, { description: 'Whether it is the one who asks.' })
  isMine!: boolean;

  @Field(() => Moment, { description: 'Until when, if nothing more is heard.' })
  until!: Date;
}

@ObjectType({
  simpleResolvers: true,
  description: 'An area that has changed, and what it may have become.',
})
export class AreaChoice {
  @Field(() => ID, { description: 'The code of the area as it was.' })
  code!: string;

  @Field(() => String, { description: 'What it was called.' })
  name!: string;

  @Field(() => LocalDate, { description: 'The day from which it is no more.' })
  changedOn!: string;

  @Field(() => [Area], {
    description:
      'The areas that have come in its place: several where it was parted, and then nobody can tell but those who know.',
  })
  successors!: readonly object[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'A person, by name alone: the way to reach them is on their own page.',
})
export class WorkPerson {
  @Field(() => ID, { description: 'Their UUID.' })
  id!: string;

  @Field(() => String, { description: 'What they are called.' })
  name!: string;
}

/** Oppgave. One thing to do on the work list. */
@ObjectType({ simpleResolvers: true, description: 'One thing to do on the work list.' })
export class WorkItem {
  @Field(() => ID, { description: 'Names it, as long as it is to be done.' })
  id!: string;

  @Field(() => WorkKind, { description: 'What is to be done.' })
  kind!: WorkKind;

  @Field(() => ID, {
    nullable: true,
    description: 'The UUID of the contact point that it is about, where something came back.',
  })
  contactPointId!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Since when; null where that is not known.',
  })
  since!: string | null;

  @Field(() => Organisation, { nullable: true, description: 'The organisation that it is about.' })
  organisation!: object | null;

  @Field(() => WorkPerson, { nullable: true, description: 'The person whom it is about.' })
  person!: WorkPerson | null;

  @Field(() => Organisation, {
    nullable: true,
    description: 'The one that may be the same organisation.',
  })
  otherOrganisation!: object | null;

  @Field(() => WorkPerson, { nullable: true, description: 'Who may be the same person.' })
  otherPerson!: WorkPerson | null;

  @Field(() => RegisterProposal, { nullable: true, description: 'What is to be decided.' })
  proposal!: object | null;

  @Field(() => ContactChannel, { nullable: true, description: 'By which what was sent came back.' })
  channel!: ContactChannel | null;

  @Field(() => [AreaChoice], { description: 'Where it belonged, and where it may belong now.' })
  areas!: readonly AreaChoice[];

  @Field(() => WorkClaim, { nullable: true, description: 'Who is on to it; null where nobody is.' })
  claim!: WorkClaim | null;
}

@ObjectType({ simpleResolvers: true, description: 'How much there is to do of a kind.' })
export class WorkCount {
  @Field(() => WorkKind, { description: 'Of which kind.' })
  kind!: WorkKind;

  @Field(() => Int, { description: 'How many; no more than 1000 are counted.' })
  count!: number;

  @Field(() => Boolean, { description: 'Whether there are more than that.' })
  isCapped!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'What is to be done, page by page.' })
export class WorkItemConnection extends connectionOf<WorkItem>(
  () => WorkItem,
  'WorkItem',
  'things to do',
) {
  @Field(() => [WorkCount], {
    description:
      'How many there are of each kind, whichever kind is listed. Counted only when asked for.',
  })
  counts!: WorkCount[];
}
