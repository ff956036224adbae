import { Field, ID, ObjectType } from 'type-graphql';

import { Role } from './Role.ts';

/** Den som gjorde det. A member of staff, as they are called and what they are today. */
@ObjectType({
  simpleResolvers: true,
  description: 'A member of staff who has done something, as they are called today.',
})
export class Author {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => String, { description: 'What they are called today.' })
  name!: string;

  @Field(() => Role, { description: 'What they are here to do today.' })
  role!: Role;
}
