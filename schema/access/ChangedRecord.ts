import { Field, ID, ObjectType } from 'type-graphql';

/** Det som ble endret. */
@ObjectType({ simpleResolvers: true, description: 'What was changed.' })
export class ChangedRecord {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => String, {
    description: 'What it is: `ORGANISATION`, `PERSON`, `STAFF_USER`, `API_TOKEN` and others.',
  })
  kind!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it is called today; null where it has no name, or is gone.',
  })
  name!: string | null;
}
