import type { Ref } from '@mikro-orm/core';
import { Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, InterfaceType } from 'type-graphql';

import { Identified } from '#schema/common/Identified.ts';
import { LocalDate } from '#schema/common/LocalDate.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { ContactAudience } from './ContactAudience.ts';
import { ContactChannel } from './ContactChannel.ts';

/** Kontaktpunkt. One way to reach somebody. An organisation's value stands in the open, a person's is sealed. */
@InterfaceType({
  description: 'One way to reach an organisation or a person.',
  resolveType: (row: { __typename: string }) => row.__typename,
})
export abstract class ContactPoint extends Identified {
  // An interface inherits no fields of an object type: said again for the API, kept once in the table.
  @Field(() => ID, { description: 'A UUID, unique across all types.' })
  override id: string = crypto.randomUUID();

  @Field(() => ContactChannel, { description: 'By what means; says how to read the value.' })
  @Enum({ items: () => ContactChannel })
  channel: ContactChannel;

  @Field(() => String, {
    description:
      'The number, the address; its form depends on the channel. Masked where `isMasked`.',
  })
  value!: string;

  @Field(() => Boolean, { description: 'Whether the viewer sees only a part of the value.' })
  readonly isMasked!: boolean;

  @Field(() => String, { nullable: true, description: 'What it is: «Kontor», «Leder, kveld».' })
  @Property({ type: 'text', nullable: true })
  label: string | null = null;

  @Field(() => Language, {
    nullable: true,
    description: 'The language to use there, if any is preferred.',
  })
  @ManyToOne(() => Language, { ref: true, nullable: true, fieldName: 'language_number' })
  language: Ref<Language> | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'When it is answered, in words: «man–fre 10–15».',
  })
  @Property({ type: 'text', nullable: true })
  hours: string | null = null;

  @Field(() => Int, { description: 'Its place in the order to try; 0 comes first.' })
  @Property({ type: 'integer' })
  position: number = 0;

  @Field(() => ContactAudience, { description: 'Who may see it.' })
  @Enum({ items: () => ContactAudience })
  audience: ContactAudience = ContactAudience.ALL_STAFF;

  @Field(() => LocalDate, { nullable: true, description: 'The day on which it last worked.' })
  @Property({ type: 'date', nullable: true })
  lastWorkedOn: string | null = null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which it failed, if it has not worked since.',
  })
  @Property({ type: 'date', nullable: true })
  bouncedOn: string | null = null;

  constructor(channel: ContactChannel) {
    super();
    this.channel = channel;
  }
}
