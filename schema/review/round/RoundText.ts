import { Field, InputType, ObjectType } from 'type-graphql';

import { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { Text } from '#schema/common/Text.ts';

/** Hilsen. What whoever leads a round adds to the standard letter, in one language. */
@ObjectType({ simpleResolvers: true, description: 'What is added to the letters in a language.' })
@InputType('RoundTextInput', { description: 'What is to be added to the letters in a language.' })
export class RoundText {
  @Field(() => LinkLanguage, { description: 'The language.' })
  language!: LinkLanguage;

  @Field(() => Text, { description: 'The words: at most 1000 characters.' })
  text!: string;
}
