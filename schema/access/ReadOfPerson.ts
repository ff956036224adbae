import { Field, ID, ObjectType } from 'type-graphql';

import { Moment } from '#schema/common/Moment.ts';
import { Author } from './Author.ts';
import { Door } from './Door.ts';
import { ReadPurpose } from './ReadPurpose.ts';

@ObjectType({ simpleResolvers: true, description: 'Whom somebody has got to know how to reach.' })
export class PersonRead {
  @Field(() => ID, { description: 'Their UUID.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Their name; null where they are gone.' })
  name!: string | null;
}

/** Lesning. Somebody has got to know how a person is reached. The values stand nowhere. */
@ObjectType({
  simpleResolvers: true,
  description: 'Somebody got to know how a person is reached. The values are kept nowhere.',
})
export class ReadOfPerson {
  @Field(() => ID, { description: 'Its place in the log: batch and place.' })
  id!: string;

  @Field(() => Moment, { description: 'When.' })
  at!: string;

  @Field(() => Author, {
    nullable: true,
    description: 'Who; null where it was no member of staff: `via` says what it was.',
  })
  by!: Author | null;

  @Field(() => Door, { description: 'By which way they came.' })
  via!: Door;

  @Field(() => PersonRead, { description: 'Whose.' })
  person!: PersonRead;

  @Field(() => [String], { description: 'Which fields, by their names in the API.' })
  fields!: string[];

  @Field(() => ReadPurpose, {
    nullable: true,
    description: 'For what, as they said it when they asked.',
  })
  purpose!: ReadPurpose | null;

  @Field(() => String, { description: 'By which the server’s log knows the request.' })
  requestId!: string;
}
