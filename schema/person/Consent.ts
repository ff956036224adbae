import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';

import { Purpose } from '#schema/access/Purpose.ts';
import { Identified } from '#schema/common/Identified.ts';
import { LocalDate } from '#schema/common/LocalDate.ts';
import { Moment } from '#schema/common/Moment.ts';
import { ConsentMethod } from './ConsentMethod.ts';
import { Person } from './Person.ts';

/** The text that somebody said yes to, as it stood before them. */
export interface ConsentWording {
  readonly version: string;
  readonly language: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
}

/**
 * Samtykke. A person's yes to one purpose: a receipt, never rewritten. It ends by itself when the profile is due for review, and at once
 * when it is withdrawn; whoever says yes again gives a new one.
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'A person’s yes to one purpose. It ends on a day of its own, and at once when it is withdrawn.',
})
@Entity()
export class Consent extends Identified {
  @Field(() => Int, { description: 'Counts the changes to it.' })
  @Property({ type: 'integer', version: true })
  readonly version!: number;

  @ManyToOne(() => Person, { ref: true })
  person: Ref<Person>;

  @Field(() => Purpose, { description: 'What it is a yes to.' })
  @Enum({ items: () => Purpose })
  purpose: Purpose;

  @Field(() => Moment, { description: 'When it was given.' })
  @Property({ type: 'timestamptz' })
  givenAt: Date;

  @Field(() => ConsentMethod, { description: 'How it was given.' })
  @Enum({ items: () => ConsentMethod })
  method: ConsentMethod;

  @Field(() => String, { description: 'Which edition of the text they said yes to: «2023-08».' })
  @Property({ type: 'text' })
  textVersion: string;

  @Field(() => String, { description: 'SHA-256 of that text, in hexadecimal.' })
  @Property({ type: 'text' })
  textHash: string;

  @Field(() => String, { description: 'The language of that text, as BCP 47: «nb».' })
  @Property({ type: 'text' })
  textLanguage: string;

  @Field(() => LocalDate, { description: 'Its last day.' })
  @Property({ type: 'date' })
  expiresOn: string;

  @Field(() => Moment, { nullable: true, description: 'When it was withdrawn, if it was.' })
  @Property({ type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null = null;

  @Field(() => ConsentMethod, { nullable: true, description: 'How it was withdrawn.' })
  @Enum({ items: () => ConsentMethod, nullable: true })
  withdrawnBy: ConsentMethod | null = null;

  constructor(
    person: Person,
    purpose: Purpose,
    { givenAt, method, expiresOn }: { givenAt: Date; method: ConsentMethod; expiresOn: string },
    { version, language, hash }: ConsentWording,
  ) {
    super();
    this.person = ref(person);
    this.purpose = purpose;
    this.givenAt = givenAt;
    this.method = method;
    this.expiresOn = expiresOn;
    this.textVersion = version;
    this.textLanguage = language;
    this.textHash = hash;
  }
}
