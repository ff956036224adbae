import { Field, Int, ObjectType } from 'type-graphql';

/** Omfang. How much an export would hold. */
@ObjectType({ simpleResolvers: true, description: 'How much an export would hold.' })
export class ExportSize {
  @Field(() => Int, { description: 'How many organisations.' })
  organisations!: number;

  @Field(() => Int, {
    description: 'How many people, each once: those who were found, and those to ask first.',
  })
  people!: number;

  @Field(() => Boolean, {
    description:
      'Whether it takes a reason: with more than 50 people in an hour. Then the privacy officer is told.',
  })
  needsReason!: boolean;

  @Field(() => Boolean, {
    description: 'Whether it takes a fresh sign-in: whenever there are people in it.',
  })
  needsStepUp!: boolean;
}
