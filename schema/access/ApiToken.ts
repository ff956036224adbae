import { Entity, Enum, Property, Unique } from '@mikro-orm/decorators/legacy';

import { Identified } from '#schema/common/Identified.ts';
import { Role } from './Role.ts';

/** API-nøkkel. Lets another system in. Shown once when it is made; only its hash is kept. */
@Entity()
export class ApiToken extends Identified {
  /** SHA-256 of the token, in hexadecimal. No history tells it. */
  @Property({ type: 'text', hidden: true })
  @Unique()
  hash: string;

  /** What it is for, in the words of the one who made it. */
  @Property({ type: 'text' })
  label: string;

  @Enum({ items: () => Role })
  role: Role;

  /** Tillatelser. Null: those of the role. */
  @Property({ type: 'text[]', nullable: true })
  permissions: string[] | null = null;

  /** Who made it; null for one that was made on the command line. */
  @Property({ type: 'uuid', nullable: true })
  createdById: string | null = null;

  @Property({ type: 'timestamptz' })
  createdAt: Date;

  @Property({ type: 'timestamptz' })
  expiresAt: Date;

  /** Virkeområde. The trust or the region in whose catchment they work; with no area either, the whole country. */
  @Property({ type: 'uuid', nullable: true })
  scopeOrganisationId: string | null = null;

  /** The area in which they work, a municipality as a rule. */
  @Property({ type: 'integer', nullable: true })
  scopeAreaNumber: number | null = null;

  /** True to the minute. */
  @Property({ type: 'timestamptz', nullable: true })
  lastUsedAt: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null = null;

  @Property({ type: 'integer', version: true })
  readonly version!: number;

  constructor(hash: string, label: string, role: Role, createdAt: Date, expiresAt: Date) {
    super();
    this.hash = hash;
    this.label = label;
    this.role = role;
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
  }
}
