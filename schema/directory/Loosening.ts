import { Field, Int, ObjectType } from 'type-graphql';

/** Oppmykning. What to leave out in order to find something after all. */
@ObjectType({
  simpleResolvers: true,
  description: 'What to leave out when nothing was found, and what one would then find.',
})
export class Loosening {
  @Field(() => String, {
    nullable: true,
    description: 'The field of the filter to leave out, or null.',
  })
  filter!: string | null;

  @Field(() => String, { nullable: true, description: 'The word to leave out, as typed, or null.' })
  word!: string | null;

  @Field(() => Int, { description: 'How many hits there would be without it.' })
  count!: number;

  @Field(() => Boolean, { description: 'Whether there would be more than are counted.' })
  isCapped!: boolean;
}
