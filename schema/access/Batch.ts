import { Field, ID, Int, ObjectType } from 'type-graphql';

import { connectionOf } from '#schema/common/connectionOf.ts';
import { Moment } from '#schema/common/Moment.ts';
import { Author } from './Author.ts';
import { BatchKind } from './BatchKind.ts';
import { BatchState } from './BatchState.ts';
import { Door } from './Door.ts';

@ObjectType({ simpleResolvers: true, description: 'What the viewer may do with a batch.' })
export class BatchPermissions {
  @Field(() => Boolean, { description: 'Take it back.' })
  undo!: boolean;
}

/** Parti. Changes of many records that were one deed, and can be taken back as one. */
@ObjectType({
  simpleResolvers: true,
  description: 'Changes of many records that were one deed, and can be taken back as one.',
})
export class Batch {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => BatchKind, { description: 'What was done.' })
  kind!: BatchKind;

  @Field(() => BatchState, { description: 'How far it has come, or has been taken back.' })
  state!: BatchState;

  @Field(() => Moment, { description: 'When.' })
  at!: string;

  @Field(() => Author, {
    nullable: true,
    description: 'Who; null where it was no member of staff.',
  })
  by!: Author | null;

  @Field(() => Door, { description: 'By which way they came.' })
  via!: Door;

  @Field(() => String, { nullable: true, description: 'Why, if they said so.' })
  reason!: string | null;

  @Field(() => Int, { description: 'How many records it made.' })
  made!: number;

  @Field(() => Int, { description: 'How many records it changed.' })
  changed!: number;

  @Field(() => Int, { description: 'How many records it removed.' })
  removed!: number;

  @Field(() => Moment, {
    nullable: true,
    description: 'When it was taken back; null while it stands.',
  })
  undoneAt!: string | null;

  @Field(() => Author, { nullable: true, description: 'Who took it back.' })
  undoneBy!: Author | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back.' })
  undoneReason!: string | null;

  @Field(() => Int, {
    description: 'How many of its records were left as they are when it was taken back.',
  })
  kept!: number;

  @Field(() => BatchPermissions, { description: 'What the viewer may do with it.' })
  viewerMay!: BatchPermissions;
}

/** Partier, side for side. */
@ObjectType({ simpleResolvers: true, description: 'Batches, the latest first, page by page.' })
export class BatchConnection extends connectionOf<Batch>(() => Batch, 'Batch', 'batches') {}
