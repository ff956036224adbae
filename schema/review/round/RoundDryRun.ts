import { Field, ID, Int, ObjectType } from 'type-graphql';

import { ReviewChannel } from './ReviewChannel.ts';
import { ReviewHindrance } from './ReviewHindrance.ts';

@ObjectType({ simpleResolvers: true, description: 'So many would be asked this way.' })
export class RoundWay {
  @Field(() => ReviewChannel, { description: 'By which way.' })
  channel!: ReviewChannel;

  @Field(() => String, { description: 'In which language, as its code.' })
  language!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'So many would not be written to.' })
export class RoundHindered {
  @Field(() => ReviewHindrance, { description: 'Why.' })
  hindrance!: ReviewHindrance;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'So many get letters in bokmål instead.' })
export class RoundLacking {
  @Field(() => String, { description: 'The language that we have no letters in, as its code.' })
  language!: string;

  @Field(() => String, { nullable: true, description: 'What it is called.' })
  name!: string | null;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

/** Prøvekjøring. What would happen if a round was opened. */
@ObjectType({ simpleResolvers: true, description: 'What would happen if a round was opened.' })
export class RoundDryRun {
  @Field(() => Int, { description: 'How many organisations it finds.' })
  total!: number;

  @Field(() => Int, { description: 'How many of them would be written to.' })
  reached!: number;

  @Field(() => [RoundWay], { description: 'Those, by way and language, the most first.' })
  ways!: RoundWay[];

  @Field(() => [RoundHindered], { description: 'The others, by why they are not.' })
  hindered!: RoundHindered[];

  @Field(() => [RoundLacking], {
    description: 'Those who would rather be written to in a language that we have no letters in.',
  })
  lacking!: RoundLacking[];
}

@ObjectType({ simpleResolvers: true, description: 'An organisation that is not written to.' })
export class HinderedOrganisation {
  @Field(() => ID, { description: 'Its UUID.' })
  organisationId!: string;

  @Field(() => String, { description: 'What it is called.' })
  organisationName!: string;

  @Field(() => ReviewHindrance, { description: 'Why.' })
  hindrance!: ReviewHindrance;
}

@ObjectType({ simpleResolvers: true, description: 'Those who are not written to, by name.' })
export class HinderedPage {
  @Field(() => [HinderedOrganisation], { description: 'At most as many as were asked for.' })
  nodes!: HinderedOrganisation[];

  @Field(() => Int, { description: 'How many there are in all.' })
  totalCount!: number;
}
