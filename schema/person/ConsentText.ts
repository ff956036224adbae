import { Field, ObjectType } from 'type-graphql';

import { Purpose } from '#schema/access/Purpose.ts';

/** Samtykketekst. What somebody is asked to say yes to, as it is read to them or stands before them. */
@ObjectType({
  simpleResolvers: true,
  description: 'What somebody is asked to say yes to, in one language.',
})
export class ConsentText {
  @Field(() => Purpose, { description: 'What it is a yes to.' })
  purpose!: Purpose;

  @Field(() => String, { description: 'Its language, as BCP 47: «nb».' })
  language!: string;

  @Field(() => String, { description: 'Its edition: «2023-08».' })
  version!: string;

  @Field(() => String, { description: 'The very words.' })
  text!: string;
}
