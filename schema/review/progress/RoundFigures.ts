import { Field, Int, ObjectType } from 'type-graphql';

/** Tall for en runde. How many are in each state; together they are all whom the round is about, each once. */
@ObjectType({
  simpleResolvers: true,
  description:
    'How many organisations are in each state. Each is counted once: the ten states together are `total`. `sent` counts all who were written to, whatever came of it.',
})
export class RoundFigures {
  @Field(() => Int, { description: 'All that the round is about.' })
  total!: number;

  @Field(() => Int, { description: 'Of all, those who were written to.' })
  sent!: number;

  @Field(() => Int, { description: 'Not asked, for all that would be is known to be right.' })
  certain!: number;

  @Field(() => Int, { description: 'To be written to still.' })
  queued!: number;

  @Field(() => Int, { description: 'Cannot be written to.' })
  hindered!: number;

  @Field(() => Int, { description: 'Sending failed.' })
  failed!: number;

  @Field(() => Int, { description: 'It came back.' })
  bounced!: number;

  @Field(() => Int, { description: 'Sent, and not opened.' })
  silent!: number;

  @Field(() => Int, { description: 'Opened, and not finished.' })
  opened!: number;

  @Field(() => Int, { description: 'All of it was right.' })
  confirmed!: number;

  @Field(() => Int, { description: 'They have said what is different.' })
  changed!: number;

  @Field(() => Int, { description: 'They do not want to answer.' })
  declined!: number;
}
