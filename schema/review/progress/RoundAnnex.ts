import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

import { LocalDate } from '#schema/common/LocalDate.ts';
import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { ReviewRequestState } from '#schema/review/round/ReviewRequestState.ts';

/** Hull. What is missing of an organisation in the overview. */
export enum AnnexGap {
  NOT_ANSWERED = 'not_answered',
  NO_CONTACT = 'no_contact',
  NO_LANGUAGE = 'no_language',
  NO_PLACE = 'no_place',
  NEVER_VERIFIED = 'never_verified',
  OPEN_PROPOSAL = 'open_proposal',
}

registerEnumType(AnnexGap, {
  name: 'AnnexGap',
  description: 'What is missing of an organisation in the overview.',
  valuesConfig: {
    NOT_ANSWERED: { description: 'It has not answered in this round.' },
    NO_CONTACT: { description: 'There is no way to reach it.' },
    NO_LANGUAGE: { description: 'No language is known.' },
    NO_PLACE: { description: 'Neither its seat nor the areas that it serves are known.' },
    NEVER_VERIFIED: { description: 'Nobody has found it right.' },
    OPEN_PROPOSAL: { description: 'What it has said is different waits for an editor.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'One organisation in the overview.' })
export class AnnexRow {
  @Field(() => ID, { description: 'The UUID of the organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => OrganisationKind, { description: 'What sort of body it is.' })
  kind!: OrganisationKind;

  @Field(() => String, { nullable: true, description: 'Its organisation number.' })
  number!: string | null;

  @Field(() => String, { nullable: true, description: 'The municipality of its seat.' })
  place!: string | null;

  @Field(() => [String], { description: 'The languages in which it reaches people.' })
  languages!: string[];

  @Field(() => LocalDate, { nullable: true, description: 'When it was last found right.' })
  verifiedOn!: string | null;

  @Field(() => VerificationMethod, { nullable: true, description: 'How.' })
  verifiedBy!: VerificationMethod | null;

  @Field(() => ReviewRequestState, { description: 'How far it came in the round.' })
  state!: ReviewRequestState;

  @Field(() => [AnnexGap], { description: 'What is missing; none where all is there.' })
  gaps!: AnnexGap[];
}

/** Vedlegg. The overview of one trust as it is handed in: organisations alone, and never how anybody is reached. */
@ObjectType({
  simpleResolvers: true,
  description: 'The overview of one trust: organisations alone, and never how anybody is reached.',
})
export class RoundAnnex {
  @Field(() => Boolean, {
    description: 'Whether it tells how things stood when the round was closed; else today.',
  })
  isFrozen!: boolean;

  @Field(() => [AnnexRow], { description: 'By name; at most 2,000.' })
  rows!: AnnexRow[];

  @Field(() => Int, { description: 'How many there are in all.' })
  totalCount!: number;
}
