import { Field, ID, ObjectType } from 'type-graphql';

import { RoundFigures } from './RoundFigures.ts';

/** En rad i fremdriften: those of one trust, municipality, kind or language. */
@ObjectType({
  simpleResolvers: true,
  description: 'The figures of those who have one thing in common.',
})
export class ProgressRow {
  @Field(() => ID, {
    nullable: true,
    description:
      'The UUID of the trust, the code of the municipality, the kind or the code of the language; null for those of whom it is not known.',
  })
  key!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it is called, in the language of the question; null where `key` is.',
  })
  name!: string | null;

  @Field(() => RoundFigures, { description: 'How many are in each state.' })
  figures!: RoundFigures;
}

/** Fremdrift. How far a round has come today, within the viewer's trusts. */
@ObjectType({
  simpleResolvers: true,
  description: 'How far a round has come, within the viewer’s trusts.',
})
export class RoundProgress {
  @Field(() => RoundFigures, { description: 'All together.' })
  total!: RoundFigures;

  @Field(() => [ProgressRow], {
    description: 'The same, told apart; the largest first. Each organisation is in one row.',
  })
  rows!: ProgressRow[];
}
