import { Field, Int, ObjectType } from 'type-graphql';

import { RegisteredUnit } from './RegisteredUnit.ts';
import { RegisterReach } from './RegisterReach.ts';
import { RegisterStanding } from './RegisterStanding.ts';

/** Ett felt, her og der. */
@ObjectType({
  simpleResolvers: true,
  description: 'One fact: what we have, and what the register says.',
})
export class ComparedFact {
  @Field(() => String, {
    description:
      'Which: `name`, `seat`, `website`, `closedOn`, by the names of an organisation’s fields.',
  })
  fact!: string;

  @Field(() => String, { nullable: true, description: 'What stands here.' })
  ours!: string | null;

  @Field(() => String, { nullable: true, description: 'What the register says.' })
  theirs!: string | null;

  @Field(() => Boolean, { description: 'Whether they say the same, however it is written.' })
  isSame!: boolean;
}

/** Sammenligning. An organisation here, and in Enhetsregisteret. */
@ObjectType({
  simpleResolvers: true,
  description: 'An organisation here, and in Enhetsregisteret.',
})
export class RegisterComparison {
  @Field(() => RegisterReach, { description: 'Whether the register could be asked.' })
  reach!: RegisterReach;

  @Field(() => Int, {
    nullable: true,
    description: 'After how many seconds one may ask again, where one is asked to wait.',
  })
  secondsToWait!: number | null;

  @Field(() => RegisterStanding, {
    nullable: true,
    description: 'Where it stands there; null where that could not be asked.',
  })
  standing!: RegisterStanding | null;

  @Field(() => RegisteredUnit, { nullable: true, description: 'What is said of it there.' })
  unit!: RegisteredUnit | null;

  @Field(() => [ComparedFact], { description: 'What both can say something of, side by side.' })
  facts!: ComparedFact[];
}
