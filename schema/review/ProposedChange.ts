import { Field, Int, ObjectType } from 'type-graphql';

/** Et foreslått felt. What one field of a proposal says, in words of the one who reads it. */
@ObjectType({ simpleResolvers: true, description: 'One field of a proposal, before and after.' })
export class ProposedChange {
  @Field(() => Int, { description: 'Its place in the proposal.' })
  at!: number;

  @Field(() => String, {
    description: 'The field, as the change log calls it: `name`, `contactPoints.value`.',
  })
  field!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The channel of the contact point that it is about, as the API calls it.',
  })
  channel!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What stood there when it was proposed; of a list, what is to go.',
  })
  before!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is proposed; of a list, what is to come.',
  })
  after!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Of a list, what is in it before and after: empty where nothing stays. Null of all else.',
  })
  kept!: string | null;

  @Field(() => Boolean, { description: 'Whether another value can be put in its place.' })
  isText!: boolean;

  @Field(() => Boolean, {
    description: 'Whether something else stands there now than when it was proposed.',
  })
  isOvertaken!: boolean;
}
