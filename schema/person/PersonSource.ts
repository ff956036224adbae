import { ref, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';

import { Source } from '#schema/common/Source.ts';
import { Person } from './Person.ts';

/** Kilde. Where a fact on a person comes from: as a rule the person. */
@ObjectType({
  simpleResolvers: true,
  implements: Source,
  description: 'Where a fact on a person comes from.',
})
@Entity()
export class PersonSource extends Source {
  @ManyToOne(() => Person, { ref: true })
  person: Ref<Person>;

  constructor(person: Person, title: string) {
    super(title);
    this.person = ref(person);
  }
}
