import { Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

import { Freshness } from './Freshness.ts';
import { Identified } from './Identified.ts';
import { LocalDate } from './LocalDate.ts';
import { VerificationMethod } from './VerificationMethod.ts';

/** Bekreftet. A profile that somebody vouches for now and then. Its `freshness` is computed from these two, of an organisation also from its own deadline. */
@ObjectType({ simpleResolvers: true })
export abstract class Verified extends Identified {
  @Field(() => Freshness, { description: 'How far the profile can be trusted to be right today.' })
  readonly freshness!: Freshness;

  @Property({ type: 'date', nullable: true })
  verifiedOn: string | null = null;

  @Enum({ items: () => VerificationMethod, nullable: true })
  verifiedBy: VerificationMethod | null = null;

  /** Arkivert. Put away instead of removed: what was said of it, and what points at it, stays. */
  @Field(() => LocalDate, {
    nullable: true,
    description:
      'The day on which it was archived. Since then nobody finds it by searching or in a list; whoever has its address does.',
  })
  @Property({ type: 'date', nullable: true })
  archivedOn: string | null = null;
}
