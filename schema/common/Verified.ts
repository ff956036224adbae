import { Enum, Property } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';

import { Identified } from './Identified.ts';
import { VerificationMethod } from './VerificationMethod.ts';

/** Bekreftet. A profile that somebody vouches for now and then. Its `freshness` is computed from these two. */
@ObjectType({ simpleResolvers: true })
export abstract class Verified extends Identified {
  @Property({ type: 'date', nullable: true })
  verifiedOn: string | null = null;

  @Enum({ items: () => VerificationMethod, nullable: true })
  verifiedBy: VerificationMethod | null = null;
}
