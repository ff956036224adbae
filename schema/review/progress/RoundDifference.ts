import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Hva som er skjedd med en virksomhet mellom to utgaver. */
export enum DifferenceKind {
  CAME = 'came',
  WENT = 'went',
  CHANGED = 'changed',
}

registerEnumType(DifferenceKind, {
  name: 'DifferenceKind',
  description: 'What became of an organisation between two snapshots.',
  valuesConfig: {
    CAME: { description: 'It is in the later one alone.' },
    WENT: { description: 'It is in the earlier one alone.' },
    CHANGED: { description: 'It is in both, and something about it is different.' },
  },
});

/** Ett felt som er blitt et annet. In words of the one who reads it. */
@ObjectType({ simpleResolvers: true, description: 'One fact that is different, in words.' })
export class FactDifference {
  @Field(() => String, { description: 'Which: `name`, `kind`, `languages`, `contact.phone` …' })
  field!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What it was; null where there was nothing. How somebody is reached is never told.',
  })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is; null where it went.' })
  after!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'What became of one organisation between two snapshots.',
})
export class OrganisationDifference {
  @Field(() => ID, { description: 'The UUID of the organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'What it was called last.' })
  name!: string;

  @Field(() => DifferenceKind, { description: 'What became of it.' })
  what!: DifferenceKind;

  @Field(() => [FactDifference], { description: 'Field by field, where it is in both.' })
  facts!: FactDifference[];
}

/** Endringer mellom to utgaver. What of the register came, went and changed from one snapshot to another. */
@ObjectType({
  simpleResolvers: true,
  description: 'What came, went and changed from one snapshot to another.',
})
export class RoundDifference {
  @Field(() => Int, { description: 'In the later one alone.' })
  came!: number;

  @Field(() => Int, { description: 'In the earlier one alone.' })
  went!: number;

  @Field(() => Int, { description: 'In both, and different.' })
  changed!: number;

  @Field(() => Int, { description: 'In both, and the same.' })
  unchanged!: number;

  @Field(() => Int, { description: 'In both, and found right anew between them.' })
  verified!: number;

  @Field(() => Boolean, {
    description: 'Whether the later one is today’s register, for the round has no end yet.',
  })
  isUntilToday!: boolean;

  @Field(() => [OrganisationDifference], { description: 'Which, by name.' })
  nodes!: OrganisationDifference[];

  @Field(() => String, {
    nullable: true,
    description: 'What to ask for as `after` to go on; null at the end.',
  })
  endCursor!: string | null;
}
