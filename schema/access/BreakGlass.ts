import { ref, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import { Identified } from '#schema/common/Identified.ts';
import { Moment } from '#schema/common/Moment.ts';
import { BreakGlassPermissions } from './BreakGlassPermissions.ts';
import { Crisis } from './Crisis.ts';

const hour = 3_600_000;

/** For how long one person alone may see more, and for how long two may. */
const ALONE = 4 * hour;
const TOGETHER = 72 * hour;

/** Within how long an account of it is due. */
const ACCOUNT = 7 * 24 * hour;

/**
 * Nødtilgang. In a crisis somebody sees, for a while, how people outside their own area are reached: those who have agreed to be reached in
 * a crisis, and nobody else.
 *
 * Its states follow from its moments: open until it expires or is closed, then to be accounted for by who opened it, then to be reviewed by
 * the privacy officer. Until it is accounted for, the same person opens no other.
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'For a while, and in a crisis, somebody sees how people outside their own area are reached.',
})
@Entity()
export class BreakGlass extends Identified {
  @Field(() => Int, { description: 'Counts the changes to it.' })
  @Property({ type: 'integer', version: true })
  readonly version!: number;

  @Field(() => Crisis, { description: 'The crisis that it is for.' })
  @ManyToOne(() => Crisis, { ref: true })
  crisis: Ref<Crisis>;

  @Field(() => ID, { description: 'Of the user who opened it.' })
  @Property({ type: 'uuid' })
  userId: string;

  @Field(() => String, { description: 'Who opened it, by the name they had then.' })
  @Property({ type: 'text' })
  openedBy: string;

  @Field(() => Moment, { description: 'From when.' })
  @Property({ type: 'timestamptz' })
  openedAt: Date;

  @Field(() => String, { description: 'Why, in their own words.' })
  @Property({ type: 'text' })
  reason: string;

  @Field(() => Moment, { description: 'When it ends by itself.' })
  @Property({ type: 'timestamptz' })
  expiresAt: Date;

  @Field(() => String, {
    nullable: true,
    description: 'The second person, who made it last longer.',
  })
  @Property({ type: 'text', nullable: true })
  confirmedBy: string | null = null;

  @Field(() => Moment, { nullable: true, description: 'When it was ended before its time.' })
  @Property({ type: 'timestamptz', nullable: true })
  closedAt: Date | null = null;

  @Field(() => Moment, { description: 'When the account of it is due.' })
  @Property({ type: 'timestamptz' })
  accountDueAt: Date;

  @Field(() => String, { nullable: true, description: 'What it was used for, by who opened it.' })
  @Property({ type: 'text', nullable: true })
  account: string | null = null;

  @Field(() => Moment, { nullable: true, description: 'When that was told.' })
  @Property({ type: 'timestamptz', nullable: true })
  accountedAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'What the privacy officer found.' })
  @Property({ type: 'text', nullable: true })
  finding: string | null = null;

  @Field(() => String, { nullable: true, description: 'Who reviewed it.' })
  @Property({ type: 'text', nullable: true })
  reviewedBy: string | null = null;

  @Field(() => Moment, { nullable: true, description: 'When it was reviewed.' })
  @Property({ type: 'timestamptz', nullable: true })
  reviewedAt: Date | null = null;

  @Field(() => Boolean, { description: 'Whether more is seen at this moment.' })
  readonly isOpen!: boolean;

  @Field(() => Int, {
    description:
      'For how many seconds more is seen yet; 0 where it is not open. So that no clock but the server’s is asked.',
  })
  readonly secondsLeft!: number;

  @Field(() => Boolean, { description: 'Whether the account of it should have been given.' })
  readonly isLate!: boolean;

  @Field(() => BreakGlassPermissions, { description: 'What the viewer may do about it now.' })
  readonly viewerMay!: BreakGlassPermissions;

  constructor(
    crisis: Crisis,
    opener: { readonly id: string; readonly name: string },
    reason: string,
    now: Date,
  ) {
    super();
    this.crisis = ref(crisis);
    this.userId = opener.id;
    this.openedBy = opener.name;
    this.openedAt = now;
    this.reason = reason;
    this.expiresAt = new Date(now.getTime() + ALONE);
    this.accountDueAt = new Date(this.expiresAt.getTime() + ACCOUNT);
  }

  /** Whether more is seen at this moment. */
  isOpenAt(now: Date): boolean {
    return this.closedAt === null && now < this.expiresAt;
  }

  /** Somebody else stands for it, too: it lasts three days from when it was opened. */
  confirm(by: string): void {
    this.confirmedBy = by;
    this.endAt(new Date(this.openedAt.getTime() + TOGETHER));
  }

  close(now: Date): void {
    this.closedAt = now;
    this.accountDueAt = new Date(now.getTime() + ACCOUNT);
  }

  private endAt(moment: Date): void {
    this.expiresAt = moment;
    this.accountDueAt = new Date(moment.getTime() + ACCOUNT);
  }
}
