import { Field, Int, ObjectType } from 'type-graphql';

/** Tekstmeldingen. What a text message with a personal link would say, and what it takes of those who carry it. */
@ObjectType({
  simpleResolvers: true,
  description:
    'What a text message with a personal link would say, and how many messages it takes.',
})
export class LinkText {
  @Field(() => String, { description: 'The text. What opens the link is not in it yet.' })
  text!: string;

  @Field(() => Int, { description: 'How many messages it takes.' })
  segments!: number;

  @Field(() => Int, { description: 'How many characters it takes, some of which count twice.' })
  units!: number;

  @Field(() => Boolean, {
    description:
      'Whether it has characters that the alphabet of telephones lacks: then a message holds 70 and not 160.',
  })
  isUnicode!: boolean;
}
