import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

import { Identified } from '#schema/common/Identified.ts';
import { Moment } from '#schema/common/Moment.ts';
import { Audience } from './Audience.ts';
import { DigestPace } from './DigestPace.ts';

/** Abonnement. Somebody wants to be told when a saved search finds somebody new, or somebody in it goes stale. Written by statements alone. */
@ObjectType({
  simpleResolvers: true,
  description:
    'That the viewer is told by mail when a saved search finds somebody new, or somebody in it goes stale.',
})
@Entity()
export class AudienceSubscription extends Identified {
  @ManyToOne(() => Audience, { ref: true })
  readonly audience!: Ref<Audience>;

  @Property({ type: 'uuid' })
  readonly userId!: string;

  @Field(() => DigestPace, { description: 'How often, where there is something to tell.' })
  @Enum({ items: () => DigestPace })
  readonly every!: DigestPace;

  @Field(() => Moment, { description: 'When the register is looked through the next time.' })
  @Property({ type: 'timestamptz' })
  readonly dueAt!: string;
}
