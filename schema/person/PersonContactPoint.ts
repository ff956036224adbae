import { ref, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

import type { PersonalKey } from '#schema/common/PersonalKey.ts';
import type { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { ContactPoint } from '#schema/organisation/ContactPoint.ts';
import { MaskReason } from './MaskReason.ts';
import { Person } from './Person.ts';

/** Kontaktpunkt. One way to reach a person. The value is sealed; who may not see it gets it masked. */
@ObjectType({
  simpleResolvers: true,
  implements: ContactPoint,
  description: 'One way to reach a person. The value is masked for those who may not see it.',
})
@Entity()
export class PersonContactPoint extends ContactPoint {
  @Field(() => MaskReason, {
    nullable: true,
    description: 'Why the viewer sees only a part of the value; null where they see all of it.',
  })
  readonly whyMasked!: MaskReason | null;

  @ManyToOne(() => Person, { ref: true })
  person: Ref<Person>;

  @Property({ type: 'blob' })
  sealedValue!: Buffer;

  /** Blind indeks. Finds the whole value without opening it. */
  @Property({ type: 'blob' })
  valueIndex!: Buffer;

  constructor(person: Person, channel: ContactChannel) {
    super(channel);
    this.person = ref(person);
  }

  /** Takes a value in the form that the channel has, and seals it. */
  sealed(value: string, key: PersonalKey): this {
    this.sealedValue = key.seal(value, this.id);
    this.valueIndex = key.blindIndex(value);
    return this;
  }
}
