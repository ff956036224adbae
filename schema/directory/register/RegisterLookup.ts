import { Field, Int, ObjectType } from 'type-graphql';

import { RegisteredUnit } from './RegisteredUnit.ts';
import { RegisterReach } from './RegisterReach.ts';

/** Oppslag. What came of asking Enhetsregisteret. */
@ObjectType({ simpleResolvers: true, description: 'What came of asking Enhetsregisteret.' })
export class RegisterLookup {
  @Field(() => RegisterReach, { description: 'Whether it could be asked.' })
  reach!: RegisterReach;

  @Field(() => Int, {
    nullable: true,
    description: 'After how many seconds one may ask again, where one is asked to wait.',
  })
  secondsToWait!: number | null;

  @Field(() => Boolean, {
    description:
      'Whether the number is of a unit that is not for this register, such as a sole proprietor. Nothing else is told of it.',
  })
  isNotForUs!: boolean;

  @Field(() => [RegisteredUnit], { description: 'Those that were found, the most alike first.' })
  units!: RegisteredUnit[];
}
