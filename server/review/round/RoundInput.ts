import { Field, ID, InputType, Int } from 'type-graphql';

import { LocalDate } from '#schema/common/LocalDate.ts';
import { Text } from '#schema/common/Text.ts';
import { ReviewAsks } from '#schema/review/round/ReviewAsks.ts';
import { RoundText } from '#schema/review/round/RoundText.ts';
import { SearchInput } from '#server/directory/audience/readSearch.ts';

/** What a round is, of what whoever makes it decides. What is left out stays as it is, or as it is by default. */
@InputType({ description: 'What a round is, as whoever makes it decides.' })
export abstract class RoundInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The UUID of a saved search: whom it finds on the day the round opens.',
  })
  audienceId?: string | null;

  @Field(() => SearchInput, {
    nullable: true,
    description: 'A search instead. Only organisations are asked.',
  })
  search?: SearchInput | null;

  @Field(() => [Int], {
    nullable: true,
    description:
      'How many days after the first letters it is reminded: at most 5, a week apart, before `dueOn`; 7 and 21 by default.',
  })
  reminderDays?: number[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many days before `dueOn` the last call goes out, from 1 to 30; 0: none does. 3 by default.',
  })
  lastCallDays?: number | null;

  @Field(() => [RoundText], {
    nullable: true,
    description: 'What is added to the letters, once per language.',
  })
  texts?: RoundText[] | null;

  @Field(() => ReviewAsks, {
    nullable: true,
    description: 'How much is asked about; by default what is not certain.',
  })
  asks?: ReviewAsks | null;
}

@InputType({ description: 'A round to make.' })
export class CreateReviewRoundInput extends RoundInput {
  @Field(() => ID, { description: 'A new UUID, made by whoever asks: asked twice, it is one.' })
  id!: string;

  @Field(() => Text, { description: 'What it is to be called: one line, at most 120 characters.' })
  name!: string;

  @Field(() => LocalDate, { description: 'The day of the first letters: today or later.' })
  opensOn!: string;

  @Field(() => LocalDate, {
    description: 'The day before which answers are asked for: within 300 days of the first.',
  })
  dueOn!: string;

  @Field(() => Text, {
    nullable: true,
    description: 'The name that stands under the letters; by default that of who makes it.',
  })
  signedBy?: string | null;
}

@InputType({ description: 'What is to be different about a draft. What is left out stays.' })
export class EditReviewRoundInput extends RoundInput {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => Int, { description: 'The version that one saw.' })
  expectedVersion!: number;

  @Field(() => Text, { nullable: true, description: 'What it is to be called.' })
  name?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day of the first letters.' })
  opensOn?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day before which to answer.' })
  dueOn?: string | null;

  @Field(() => Text, { nullable: true, description: 'The name that stands under the letters.' })
  signedBy?: string | null;
}

@InputType({ description: 'A draft that is put away.' })
export class CancelReviewRoundInput {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => Int, { description: 'The version that one saw.' })
  expectedVersion!: number;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}
