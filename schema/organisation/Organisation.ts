import { Collection, type Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, OneToMany, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';

import { LocalDate } from '#schema/common/LocalDate.ts';
import { Verified } from '#schema/common/Verified.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { Community } from '#schema/vocabulary/Community.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { TermList } from '#schema/common/TermList.ts';
import { Topic } from '#schema/vocabulary/Topic.ts';
import { Membership } from './Membership.ts';
import { OrganisationContactPoint } from './OrganisationContactPoint.ts';
import { OrganisationKind } from './OrganisationKind.ts';
import { OrganisationName } from './OrganisationName.ts';
import { isOrganisationNumber } from './organisationNumber.ts';
import { OrganisationPermissions } from './OrganisationPermissions.ts';
import { OrganisationSource } from './OrganisationSource.ts';

/**
 * Virksomhet. A body through which people are reached or heard: an association, a congregation, a health trust, a group
 * that meets in a library.
 *
 * The register is not the source of truth for its legal facts; Enhetsregisteret is. We keep the number so that the two can be
 * compared.
 */
@ObjectType({
  simpleResolvers: true,
  description: 'A body through which people are reached or heard.',
})
@Entity()
export class Organisation extends Verified {
  /** Given by the table, and by each change. */
  @Field(() => Int, {
    description:
      'Counts the changes to it and to what belongs to it. Whoever changes it says which version they saw.',
  })
  @Property({ type: 'integer', version: true })
  readonly version!: number;

  @Field(() => String, { description: 'What it calls itself.' })
  @Property({ type: 'text' })
  name: string;

  @Field(() => OrganisationKind, { description: 'What sort of body it is.' })
  @Enum({ items: () => OrganisationKind })
  kind: OrganisationKind;

  @Field(() => String, {
    nullable: true,
    description:
      'Organisasjonsnummer: nine digits, the last a check digit. Informal groups have none.',
  })
  @Property({ type: 'text', nullable: true, unique: true })
  number: string | null = null;

  @Field(() => [OrganisationName], {
    description: 'Short names, aliases, former names, names in other scripts.',
  })
  @OneToMany(() => OrganisationName, (name) => name.organisation)
  names = new Collection<OrganisationName>(this);

  @Field(() => Area, { nullable: true, description: 'The municipality of its seat.' })
  @ManyToOne(() => Area, { ref: true, nullable: true, fieldName: 'seat_number' })
  seat: Ref<Area> | null = null;

  @Field(() => Organisation, {
    nullable: true,
    description: 'The body above: the umbrella of a branch, the regional authority of a trust.',
  })
  @ManyToOne(() => Organisation, { ref: true, nullable: true })
  parent: Ref<Organisation> | null = null;

  @TermList(() => Language, 'Languages in which it reaches people.')
  languages: number[] = [];

  @TermList(() => Community, 'Countries of background of the people whom it reaches.')
  communities: number[] = [];

  @TermList(() => Topic, 'What it knows about or works with.')
  topics: number[] = [];

  @TermList(() => Area, 'The areas that it serves.')
  servedAreas: number[] = [];

  @Field(() => Membership, { nullable: true, description: 'How many members, by its own account.' })
  readonly membership!: Membership | null;

  @Property({ type: 'integer', nullable: true })
  memberCount: number | null = null;

  @Property({ type: 'integer', nullable: true })
  memberYear: number | null = null;

  @Field(() => LocalDate, { nullable: true, description: 'Its first day in operation.' })
  @Property({ type: 'date', nullable: true })
  openedOn: string | null = null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Its last day in operation. Closed organisations stay: old minutes still mention them.',
  })
  @Property({ type: 'date', nullable: true })
  closedOn: string | null = null;

  /** Frist. Months from a verification until somebody should ask again; the table works it out from what is set for its kind and its trust. */
  @Property({ type: 'smallint' })
  dueMonths = 24;

  /** Slått sammen. The one that it was merged into, which answers for it; from then on nobody finds this one. */
  @Property({ type: 'uuid', nullable: true, fieldName: 'merged_into' })
  mergedInto: string | null = null;

  @Field(() => [OrganisationContactPoint], {
    description: 'The ways to reach it that the viewer may see, the best first.',
  })
  @OneToMany(() => OrganisationContactPoint, (point) => point.organisation, {
    orderBy: { position: 'asc' },
  })
  contactPoints = new Collection<OrganisationContactPoint>(this);

  @Field(() => Boolean, {
    description:
      'Whether nobody knows how to reach it today: no contact point of its own that has not failed, and none of whom to ask first there.',
  })
  readonly lacksContact!: boolean;

  @Field(() => OrganisationPermissions, { description: 'What the viewer may do with it.' })
  readonly viewerMay!: OrganisationPermissions;

  @Field(() => [OrganisationSource], { description: 'Where the facts on this record come from.' })
  @OneToMany(() => OrganisationSource, (source) => source.organisation)
  sources = new Collection<OrganisationSource>(this);

  constructor(name: string, kind: OrganisationKind) {
    super();
    this.name = name;
    this.kind = kind;
  }

  /** Takes an organisation number whose check digit is right; throws a sentence where it is not. */
  numbered(number: string): this {
    if (!isOrganisationNumber(number)) throw new Error(`${number} is not an organisation number`);
    this.number = number;
    return this;
  }
}
