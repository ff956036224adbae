import { Field, ID, ObjectType } from 'type-graphql';

/** Ord i et utvalg. One value of the filter of a saved search, as people call it. */
@ObjectType({
  simpleResolvers: true,
  description: 'One value of the filter of a saved search, as people call it.',
})
export class AudienceWord {
  @Field(() => String, { description: 'The field of the filter: `languages`, `areas` …' })
  field!: string;

  @Field(() => ID, {
    description: 'The value: a code, an identifier, the value of an enum, a day, true or false.',
  })
  value!: string;

  @Field(() => String, {
    description: 'What it is called in the language of the request; its code where it is gone.',
  })
  label!: string;

  @Field(() => Boolean, {
    description:
      'Whether nothing is called so any longer. It narrows no more, and where a field has no other value left, nobody is found.',
  })
  isGone!: boolean;
}
