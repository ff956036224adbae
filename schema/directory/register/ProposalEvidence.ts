import { Field, ObjectType } from 'type-graphql';

/** Belegg. What the register said before, as far as we know, and what it says now. */
@ObjectType({
  simpleResolvers: true,
  description: 'What the register said before, as far as we know, and what it says now.',
})
export class ProposalEvidence {
  @Field(() => String, {
    description:
      'Which of its facts: `name`, `municipality`, `purpose`, `categories`, `deletedOn`, `isBankrupt`, `isClosing`, `isVoluntary`.',
  })
  fact!: string;

  @Field(() => String, { nullable: true, description: 'What it said when we last looked.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What it says now.' })
  after!: string | null;
}
