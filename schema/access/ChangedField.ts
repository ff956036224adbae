import { Field, ID, ObjectType } from 'type-graphql';

/** Endret felt. One field, before and after, as text that people read. */
@ObjectType({ simpleResolvers: true, description: 'One field that was changed, before and after.' })
export class ChangedField {
  @Field(() => String, {
    description:
      'Its name in the API; of a part with the relation before it, such as `contactPoints.value`.',
  })
  field!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Which one of the parts, where a part was changed.',
  })
  part!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What stood there: a list with commas, a day as YYYY-MM-DD, a code of the API as it is. A person’s contact value is masked. Null: nothing, or sealed.',
  })
  before!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What stands there since, in the same form.',
  })
  after!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether nobody can say any more what it was: the person has been erased, and the key to it with them.',
  })
  isSealed!: boolean;
}
