import { Field, ID, Int, ObjectType } from 'type-graphql';

import { BulkAction } from './BulkAction.ts';
import { BulkRefusal } from './BulkRefusal.ts';
import { BulkState } from './BulkState.ts';

/** En som ble stående. An organisation that somebody changed after it was counted. */
@ObjectType({
  simpleResolvers: true,
  description: 'An organisation that somebody changed after it was counted, and that was left.',
})
export class BulkLeft {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;
}

/**
 * Masseendring. The same done to many organisations at once: first counted, then done to exactly those that were counted.
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'The same done to many organisations at once: first counted, then done to exactly those that were counted.',
})
export class BulkEdit {
  @Field(() => ID, { description: 'Its UUID; when it is done, also that of its batch.' })
  id!: string;

  @Field(() => BulkAction, { description: 'What is done.' })
  action!: BulkAction;

  @Field(() => String, {
    nullable: true,
    description:
      'What with, as it is called in the language of the request; null for what has no value.',
  })
  label!: string | null;

  @Field(() => BulkState, { description: 'How far it has come.' })
  state!: BulkState;

  @Field(() => Int, { description: 'How many were chosen.' })
  chosen!: number;

  @Field(() => Int, { description: 'How many of them are to be changed.' })
  toChange!: number;

  @Field(() => [BulkRefusal], { description: 'Why the others are not.' })
  refusals!: BulkRefusal[];

  @Field(() => Int, { description: 'How many of those to be changed it has come to.' })
  done!: number;

  @Field(() => Int, { description: 'How many it has changed.' })
  changed!: number;

  @Field(() => Int, { description: 'How many it has left, since somebody changed them meanwhile.' })
  leftCount!: number;

  @Field(() => [BulkLeft], { description: 'The first 50 of those.' })
  left!: BulkLeft[];
}
