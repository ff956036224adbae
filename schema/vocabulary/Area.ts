import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, ObjectType } from 'type-graphql';

import { AreaKind } from './AreaKind.ts';
import { Term, type TermNames } from '#schema/common/Term.ts';

/** Område. A place in the tree country → county → municipality → city district, with its official code. */
@ObjectType({
  simpleResolvers: true,
  description: 'A place in the tree country → county → municipality → city district.',
})
@Entity()
export class Area extends Term {
  @Field(() => AreaKind, { description: 'Its level in the tree.' })
  @Enum({ items: () => AreaKind })
  kind: AreaKind;

  /** Offisielt navn. With the names in all official languages: «Nordland - Nordlánnda». */
  @Field(() => String, { description: 'The name in all its official languages.' })
  @Property({ type: 'text' })
  officialName: string;

  @Field(() => Area, { nullable: true, description: 'The area that this one lies in.' })
  @ManyToOne(() => Area, { ref: true, nullable: true, fieldName: 'parent_number' })
  parent: Ref<Area> | null = null;

  @Field(() => [Area], { description: 'The areas that lie in this one, one level down.' })
  readonly children!: Area[];

  @Field(() => Float, { nullable: true, description: 'A point in the area: degrees north.' })
  @Property({ type: 'double', nullable: true })
  latitude: number | null = null;

  @Field(() => Float, { nullable: true, description: 'A point in the area: degrees east.' })
  @Property({ type: 'double', nullable: true })
  longitude: number | null = null;

  constructor(number: number, code: string, names: TermNames, kind: AreaKind) {
    super(number, code, names);
    this.kind = kind;
    this.officialName = names.nb;
  }
}
