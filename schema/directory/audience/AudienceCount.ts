import { Field, ID, Int, ObjectType } from 'type-graphql';

/** Antall i et utvalg. How many a saved search finds now, of those whom the viewer may see. */
@ObjectType({
  simpleResolvers: true,
  description: 'How many a saved search finds now, of those whom the viewer may see.',
})
export class AudienceCount {
  @Field(() => ID, { description: 'The UUID of the saved search.' })
  id!: string;

  @Field(() => Int, { description: 'How many; of a list that is capped, how many were counted.' })
  count!: number;

  @Field(() => Boolean, { description: 'Whether there are more than are counted.' })
  isCapped!: boolean;
}
