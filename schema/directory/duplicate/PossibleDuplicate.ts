import { Field, ID, Int, ObjectType } from 'type-graphql';

import { Organisation } from '#schema/organisation/Organisation.ts';
import { Person } from '#schema/person/Person.ts';
import { DuplicateReasonKind } from './DuplicateReasonKind.ts';

export const score = {
  description: 'From 0 to 100: how much they have in common. It orders, and promises nothing.',
};

/** Mulig dublett. A record that may be the one that somebody is about to enter. */
@ObjectType({
  simpleResolvers: true,
  description: 'A record that may be the one that somebody is about to enter.',
})
export class PossibleDuplicate {
  @Field(() => ID, { description: 'The UUID of the record.' })
  id!: string;

  @Field(() => Int, score)
  score!: number;

  @Field(() => [DuplicateReasonKind], {
    description: 'What they have in common, the weightiest first.',
  })
  reasons!: DuplicateReasonKind[];

  @Field(() => Organisation, { nullable: true, description: 'The organisation, if it is one.' })
  organisation!: Organisation | null;

  @Field(() => Person, { nullable: true, description: 'The person, if it is one.' })
  person!: Person | null;
}
