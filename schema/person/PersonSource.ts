import { ref, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';

import { RecordSource } from '#schema/common/RecordSource.ts';
import { Person } from './Person.ts';

/** Kilde. Where a fact on a person comes from: as a rule the person. */
@ObjectType({ simpleResolvers: true, description: 'Where a fact on a person comes from.' })
@Entity()
export class PersonSource extends RecordSource {
  @ManyToOne(() => Person, { ref: true })
  person: Ref<Person>;

  constructor(person: Person, title: string) {
    super(title);
    this.person = ref(person);
  }
}
