import { Field, ID, Int, ObjectType } from 'type-graphql';

import { connectionOf } from '#schema/common/connectionOf.ts';
import { Moment } from '#schema/common/Moment.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { Person } from '#schema/person/Person.ts';
import { DuplicateReasonKind } from './DuplicateReasonKind.ts';
import { score } from './PossibleDuplicate.ts';

/** Den ene. One of two records that may be the same. */
@ObjectType({ simpleResolvers: true, description: 'One of two records that may be the same.' })
export class DuplicateSide {
  @Field(() => ID, { description: 'The UUID of the record.' })
  id!: string;

  @Field(() => Organisation, { nullable: true, description: 'The organisation, if it is one.' })
  organisation!: Organisation | null;

  @Field(() => Person, { nullable: true, description: 'The person, if it is one.' })
  person!: Person | null;
}

/** Avgjørelse. That somebody has looked, and two are not the same. */
@ObjectType({ simpleResolvers: true, description: 'That somebody said that two are not the same.' })
export class DuplicateDecision {
  @Field(() => String, { nullable: true, description: 'Who said so, by name.' })
  by!: string | null;

  @Field(() => Moment, { description: 'When.' })
  at!: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason!: string | null;
}

/** Hva en har lov til. */
@ObjectType({ simpleResolvers: true, description: 'What the viewer may do with a pair.' })
export class DuplicatePermissions {
  @Field(() => Boolean, { description: 'Whether they may merge the two: both are in their scope.' })
  merge!: boolean;
}

/** Mulige dubletter, to og to. */
@ObjectType({ simpleResolvers: true, description: 'Two records that may be the same.' })
export class DuplicatePair {
  @Field(() => ID, { description: 'The identifiers of the two, with a colon between.' })
  id!: string;

  @Field(() => RecordKind, { description: 'What they are.' })
  kind!: RecordKind;

  @Field(() => Int, score)
  score!: number;

  @Field(() => [DuplicateReasonKind], {
    description:
      'What they have in common, the weightiest first. Of people, how they are reached is compared only for those who might read it.',
  })
  reasons!: DuplicateReasonKind[];

  @Field(() => DuplicateSide, { description: 'One of the two.' })
  one!: DuplicateSide;

  @Field(() => DuplicateSide, { description: 'The other.' })
  other!: DuplicateSide;

  @Field(() => DuplicateDecision, {
    nullable: true,
    description: 'That they are not the same, where somebody has said so.',
  })
  decision!: DuplicateDecision | null;

  @Field(() => DuplicatePermissions, { description: 'What the viewer may do with them.' })
  viewerMay!: DuplicatePermissions;
}

/** Dubletter, side for side. */
@ObjectType({ simpleResolvers: true, description: 'Pairs that may be the same, page by page.' })
export class DuplicatePairConnection extends connectionOf<DuplicatePair>(
  () => DuplicatePair,
  'DuplicatePair',
  'pairs',
) {}
