import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';

import { Identified } from '#schema/common/Identified.ts';
import { LocalDate } from '#schema/common/LocalDate.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { AffiliationPermissions } from './AffiliationPermissions.ts';
import { AffiliationRole } from './AffiliationRole.ts';
import { Person } from './Person.ts';

/**
 * Tilknytning. What a person is to an organisation, from one day until another or for now.
 *
 * A record of its own, with versions and history: it belongs to the person and to the organisation alike, and stands in the history of both.
 */
@ObjectType({
  simpleResolvers: true,
  description: 'What a person is to an organisation, from one day until another or for now.',
})
@Entity()
export class Affiliation extends Identified {
  @Field(() => Int, {
    description: 'Counts the changes to it. Whoever changes it says which version they saw.',
  })
  @Property({ type: 'integer', version: true })
  readonly version!: number;

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

  @Field(() => Boolean, {
    description:
      'Whether nobody knows how to reach the organisation when this one ends: its `lacksContact` is then true.',
  })
  readonly leavesWithoutContact!: boolean;

  @Field(() => AffiliationPermissions, { description: 'What the viewer may do with it.' })
  readonly viewerMay!: AffiliationPermissions;

  constructor(person: Person, organisation: Organisation, role: AffiliationRole, since: string) {
    super();
    this.person = ref(person);
    this.organisation = ref(organisation);
    this.role = role;
    this.since = since;
  }
}
