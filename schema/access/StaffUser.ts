import { Entity, Enum, Property, Unique } from '@mikro-orm/decorators/legacy';

import { Identified } from '#schema/common/Identified.ts';
import { Role } from './Role.ts';

/**
 * Ansatt bruker. Somebody on the staff who may sign in.
 *
 * The issuer and its subject are the identity. Names and addresses change hands; they are for reading only. Never deleted, but
 * disabled: what they did keeps its author.
 */
@Entity()
@Unique({ properties: ['issuer', 'subject'] })
export class StaffUser extends Identified {
  /** Utsteder. The issuer of the sign-in (`iss`); `demoIssuer` in the demo. */
  @Property({ type: 'text' })
  issuer: string;

  /** The person at that issuer (`sub`). */
  @Property({ type: 'text' })
  subject: string;

  @Property({ type: 'text' })
  name: string;

  @Property({ type: 'text', nullable: true })
  email: string | null = null;

  @Enum({ items: () => Role })
  role: Role;

  /** Virkeområde. The trust or the region in whose catchment they work; with no area either, the whole country. */
  @Property({ type: 'uuid', nullable: true })
  scopeOrganisationId: string | null = null;

  /** The area in which they work, a municipality as a rule. */
  @Property({ type: 'integer', nullable: true })
  scopeAreaNumber: number | null = null;

  /** Sperret. From this moment every session of theirs is over. */
  @Property({ type: 'timestamptz', nullable: true })
  disabledAt: Date | null = null;

  /** True to the last sign-in; null for who has never come. */
  @Property({ type: 'timestamptz', nullable: true })
  lastSignedInAt: Date | null = null;

  @Property({ type: 'integer', version: true })
  readonly version!: number;

  constructor(issuer: string, subject: string, name: string, role: Role) {
    super();
    this.issuer = issuer;
    this.subject = subject;
    this.name = name;
    this.role = role;
  }
}
