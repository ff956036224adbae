import { Entity, Enum } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

import { Term, type TermNames } from '#schema/common/Term.ts';
import { TopicGroup } from './TopicGroup.ts';

/** Tema. What somebody knows about or works with. */
@ObjectType({ simpleResolvers: true, description: 'What somebody knows about or works with.' })
@Entity()
export class Topic extends Term {
  @Field(() => TopicGroup, { description: 'The group that it is listed in.' })
  @Enum({ items: () => TopicGroup })
  group: TopicGroup;

  constructor(number: number, code: string, names: TermNames, group: TopicGroup) {
    super(number, code, names);
    this.group = group;
  }
}
