import { ref, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

import { StaffUser } from './StaffUser.ts';

/**
 * Økt. One sign-in in one browser, over when it is ended, idle too long or too old.
 *
 * The browser holds 256 random bits, the row their hash: who reads the table signs in as nobody.
 */
@Entity()
export class Session {
  /** SHA-256 of the cookie's value, in hexadecimal. */
  @PrimaryKey({ type: 'text' })
  hash: string;

  /** By which it may be spoken of: it opens nothing, and stays when the cookie is changed. */
  @Property({ type: 'uuid' })
  @Unique()
  id: string = crypto.randomUUID();

  @ManyToOne(() => StaffUser, { ref: true })
  user: Ref<StaffUser>;

  @Property({ type: 'timestamptz' })
  createdAt: Date;

  /** True to the minute; a write for each request would be a price for nothing. */
  @Property({ type: 'timestamptz' })
  lastSeenAt: Date;

  /** Over from this moment, however busy. */
  @Property({ type: 'timestamptz' })
  expiresAt: Date;

  @Property({ type: 'timestamptz', nullable: true })
  endedAt: Date | null = null;

  /** Nettleser. Its family, for its owner to know it by; never all that a browser tells of itself. */
  @Property({ type: 'text', nullable: true })
  browser: string | null = null;

  /** What the browser runs on, by its family. */
  @Property({ type: 'text', nullable: true })
  system: string | null = null;

  /** Bekreftet. When its owner last signed in anew at the provider, for what asks for that. */
  @Property({ type: 'timestamptz', nullable: true })
  steppedUpAt: Date | null = null;

  constructor(hash: string, user: StaffUser, createdAt: Date, expiresAt: Date) {
    this.hash = hash;
    this.user = ref(user);
    this.createdAt = createdAt;
    this.lastSeenAt = createdAt;
    this.expiresAt = expiresAt;
  }
}
