import { PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';

/** Everything in the register that can be pointed at. */
@ObjectType({ simpleResolvers: true })
export abstract class Identified {
  @Field(() => ID, { description: 'A UUID, unique across all types.' })
  @PrimaryKey({ type: 'uuid' })
  id: string = crypto.randomUUID();
}
