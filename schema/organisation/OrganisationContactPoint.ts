import { ref, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';

import type { ContactChannel } from './ContactChannel.ts';
import { ContactPoint } from './ContactPoint.ts';
import { Organisation } from './Organisation.ts';

/** Kontaktpunkt. One way to reach an organisation: its office, its page, the place where it meets. */
@ObjectType({
  simpleResolvers: true,
  implements: ContactPoint,
  description: 'One way to reach an organisation.',
})
@Entity()
export class OrganisationContactPoint extends ContactPoint {
  @ManyToOne(() => Organisation, { ref: true })
  organisation: Ref<Organisation>;

  @Property({ type: 'text' })
  override value: string;

  constructor(organisation: Organisation, channel: ContactChannel, value: string) {
    super(channel);
    this.organisation = ref(organisation);
    this.value = value;
  }
}
