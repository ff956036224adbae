import { Field, ObjectType } from 'type-graphql';

import { Affiliation } from './Affiliation.ts';

/** Overtakelse. What somebody no longer is, and who is it now. */
@ObjectType({ description: 'What somebody no longer is, and who is it now.' })
export class HandOver {
  endedId!: string;

  startedId!: string | null;

  @Field(() => Affiliation, { description: 'What has ended, or is going to.' })
  readonly ended!: Affiliation;

  @Field(() => Affiliation, {
    nullable: true,
    description: 'What somebody is from now on; null where nobody knows who it is.',
  })
  readonly started!: Affiliation | null;
}
