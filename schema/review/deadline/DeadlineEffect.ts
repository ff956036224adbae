import { Field, Int, ObjectType } from 'type-graphql';

/** Virkning. For how many organisations a deadline makes a difference, as they are today. */
@ObjectType({
  simpleResolvers: true,
  description: 'For how many organisations a deadline makes a difference, as they are today.',
})
export class DeadlineEffect {
  @Field(() => Int, { description: 'How many get another deadline than they have.' })
  organisations!: number;

  @Field(() => Int, { description: 'How many of them become fresh that are not.' })
  fresh!: number;

  @Field(() => Int, { description: 'How many of them become due that are not.' })
  due!: number;

  @Field(() => Int, { description: 'How many of them become stale that are not.' })
  stale!: number;
}
