import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

import { Identified } from '#schema/common/Identified.ts';
import { LocalDate } from '#schema/common/LocalDate.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { AffiliationRole } from './AffiliationRole.ts';
import { Person } from './Person.ts';

/** Tilknytning. What a person is to an organisation, from one day until another or for now. */
@ObjectType({
  simpleResolvers: true,
  description: 'What a person is to an organisation, from one day until another or for now.',
})
@Entity()
export class Affiliation extends Identified {
  @Field(() => Person, { description: 'Who.' })
  @ManyToOne(() => Person, { ref: true })
  person: Ref<Person>;

  @Field(() => Organisation, { description: 'Where.' })
  @ManyToOne(() => Organisation, { ref: true })
  organisation: Ref<Organisation>;

  @Field(() => AffiliationRole, { description: 'As what.' })
  @Enum({ items: () => AffiliationRole })
  role: AffiliationRole;

  @Field(() => String, { nullable: true, description: 'What they call the role themselves.' })
  @Property({ type: 'text', nullable: true })
  title: string | null = null;

  @Field(() => LocalDate, { description: 'The first day.' })
  @Property({ type: 'date' })
  since: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day, inclusive; null while it lasts.',
  })
  @Property({ type: 'date', nullable: true })
  until: string | null = null;

  @Field(() => Boolean, { description: 'Whether this is whom to ask first in the organisation.' })
  @Property({ type: 'boolean' })
  isPrimary: boolean = false;

  constructor(person: Person, organisation: Organisation, role: AffiliationRole, since: string) {
    super();
    this.person = ref(person);
    this.organisation = ref(organisation);
    this.role = role;
    this.since = since;
  }
}
