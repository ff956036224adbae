import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';

import { Identified } from '#schema/common/Identified.ts';
import { LocalDate } from '#schema/common/LocalDate.ts';
import { LinkLanguage } from './LinkLanguage.ts';
import { PersonalLinkPurpose } from './PersonalLinkPurpose.ts';

/**
 * Personlig lenke. Lets an organisation or a person in to their own record, without an account, as often as they like until it expires.
 *
 * It is written and read as rows (`server/access/link/`): of the token and of the code that is typed instead, only hashes are there.
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'A way in to one record, sent to those whom it is about. The secret is in the letter alone.',
})
@Entity()
export class PersonalLink extends Identified {
  @Property({ type: 'uuid' })
  recordId!: string;

  @Field(() => ID, { description: 'The UUID of the contact point that it was sent to.' })
  @Property({ type: 'uuid' })
  contactPointId!: string;

  @Field(() => PersonalLinkPurpose, { description: 'What they are asked to do.' })
  @Enum({ items: () => PersonalLinkPurpose })
  purpose!: PersonalLinkPurpose;

  @Field(() => LinkLanguage, { description: 'The language of the letter, and of the page first.' })
  @Enum({ items: () => LinkLanguage })
  language!: LinkLanguage;

  @Field(() => LocalDate, { description: 'The last day on which it opens anything.' })
  @Property({ type: 'date' })
  expiresOn!: string;

  @Field(() => LocalDate, { description: 'The day on which somebody sent it.' })
  readonly issuedOn!: string;

  @Property({ type: 'timestamptz' })
  issuedAt!: Date;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which the mail server took the letter; null until then.',
  })
  readonly sentOn!: string | null;

  @Property({ type: 'timestamptz', nullable: true })
  sentAt: Date | null = null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which the letter was given up: nobody can get it there.',
  })
  readonly failedOn!: string | null;

  @Property({ type: 'timestamptz', nullable: true })
  failedAt: Date | null = null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which it came back: nobody has that address, or that number.',
  })
  readonly bouncedOn!: string | null;

  @Property({ type: 'timestamptz', nullable: true })
  bouncedAt: Date | null = null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which it was first opened. How often is not counted.',
  })
  readonly openedOn!: string | null;

  @Property({ type: 'timestamptz', nullable: true })
  openedAt: Date | null = null;

  @Field(() => LocalDate, { nullable: true, description: 'The day on which it was taken back.' })
  readonly revokedOn!: string | null;

  @Property({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null = null;
}
