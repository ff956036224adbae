import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

import { Confidence } from '#schema/common/Confidence.ts';
import { Identified } from '#schema/common/Identified.ts';
import { LocalDate } from '#schema/common/LocalDate.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { CareKind } from './CareKind.ts';
import { Organisation } from './Organisation.ts';

/**
 * Opptaksområde. The trust that answers for an area, for one kind of care, from one day until another or for now.
 *
 * One area has one trust per kind of care and day. Before the first known day the answer is unknown, not the oldest.
 */
@ObjectType({
  simpleResolvers: true,
  description: 'The trust that answers for an area, for one kind of care, in one period.',
})
@Entity()
export class Catchment extends Identified {
  @Field(() => Area, { description: 'The municipality or city district.' })
  @ManyToOne(() => Area, { ref: true, fieldName: 'area_number' })
  area: Ref<Area>;

  @Field(() => CareKind, { description: 'The kind of care.' })
  @Enum({ items: () => CareKind })
  care: CareKind = CareKind.SOMATIC;

  @Field(() => Organisation, { description: 'The health trust or hospital that answers for it.' })
  @ManyToOne(() => Organisation, { ref: true })
  trust: Ref<Organisation>;

  @Field(() => String, {
    nullable: true,
    description: 'The hospital that people of the area go to.',
  })
  @Property({ type: 'text', nullable: true })
  localHospital: string | null = null;

  @Field(() => LocalDate, { description: 'The first day from which it is known.' })
  @Property({ type: 'date' })
  since: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day, inclusive; null while it lasts.',
  })
  @Property({ type: 'date', nullable: true })
  until: string | null = null;

  @Field(() => Confidence, { description: 'How well founded it is.' })
  @Enum({ items: () => Confidence })
  confidence: Confidence = Confidence.SURE;

  @Field(() => String, { nullable: true, description: 'What one should know about it.' })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  constructor(area: Area, trust: Organisation, since: string) {
    super();
    this.area = ref(area);
    this.trust = ref(trust);
    this.since = since;
  }
}
