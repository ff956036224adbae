import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';

import { Identified } from '#schema/common/Identified.ts';
import { Moment } from '#schema/common/Moment.ts';

/** Krise. An emergency that somebody has declared, until somebody says that it is over. */
@ObjectType({ simpleResolvers: true, description: 'An emergency that somebody has declared.' })
@Entity()
export class Crisis extends Identified {
  @Field(() => Int, { description: 'Counts the changes to it.' })
  @Property({ type: 'integer', version: true })
  readonly version!: number;

  @Field(() => String, { description: 'What it is: «Meslinger i Groruddalen».' })
  @Property({ type: 'text' })
  name: string;

  @Field(() => String, { description: 'Who declared it, by the name they had then.' })
  @Property({ type: 'text' })
  declaredBy: string;

  @Field(() => Moment, { description: 'From when.' })
  @Property({ type: 'timestamptz' })
  declaredAt: Date;

  @Field(() => Moment, { nullable: true, description: 'Until when; null while it lasts.' })
  @Property({ type: 'timestamptz', nullable: true })
  endedAt: Date | null = null;

  constructor(name: string, declaredBy: string, declaredAt: Date) {
    super();
    this.name = name;
    this.declaredBy = declaredBy;
    this.declaredAt = declaredAt;
  }
}
