import { Collection } from '@mikro-orm/core';
import { Entity, Enum, OneToMany, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';

import { Verified } from '#schema/common/Verified.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { TermList } from '#schema/common/TermList.ts';
import { Topic } from '#schema/vocabulary/Topic.ts';
import { Consent } from './Consent.ts';
import { PersonContactPoint } from './PersonContactPoint.ts';
import { PersonLanguage } from './PersonLanguage.ts';
import { PersonPermissions } from './PersonPermissions.ts';
import { PersonSource } from './PersonSource.ts';
import { Willingness } from './Willingness.ts';

/**
 * Person. A resource person [ressursperson], contact or representative.
 *
 * The register keeps what the person chose to offer: languages, topics, places, what they are willing to do. Never origin,
 * ethnicity or religion.
 */
@ObjectType({
  simpleResolvers: true,
  description: 'A resource person, contact or representative, with what they chose to offer.',
})
@Entity()
export class Person extends Verified {
  @Field(() => Int, {
    description:
      'Counts the changes to the person and to what belongs to them. Whoever changes it says which version they saw.',
  })
  @Property({ type: 'integer', version: true })
  readonly version!: number;

  @Field(() => String, { description: 'Given name and family name.' })
  readonly name!: string;

  @Field(() => String, { description: 'Given name or names.' })
  @Property({ type: 'text' })
  givenName: string;

  @Field(() => String, { description: 'Family name.' })
  @Property({ type: 'text' })
  familyName: string;

  @TermList(() => Area, 'Where the person is of use.')
  areas: number[] = [];

  @Field(() => [PersonLanguage], {
    description: 'The languages that the person masters, the best spoken first.',
  })
  @OneToMany(() => PersonLanguage, (language) => language.person)
  languages = new Collection<PersonLanguage>(this);

  @TermList(() => Topic, 'What the person knows about.')
  topics: number[] = [];

  @Field(() => [Willingness], { description: 'What the person has said they are willing to do.' })
  @Enum({ items: () => Willingness, array: true })
  willingness: Willingness[] = [];

  @Field(() => [PersonContactPoint], {
    description: 'The ways to reach the person that the viewer may see, the best first.',
  })
  @OneToMany(() => PersonContactPoint, (point) => point.person, { orderBy: { position: 'asc' } })
  contactPoints = new Collection<PersonContactPoint>(this);

  @Field(() => [Consent], {
    description: 'What the person has said yes to, the latest first; also what has ended.',
  })
  @OneToMany(() => Consent, (consent) => consent.person, { orderBy: { givenAt: 'desc' } })
  consents = new Collection<Consent>(this);

  @Field(() => [PersonSource], { description: 'Where the facts on this record come from.' })
  @OneToMany(() => PersonSource, (source) => source.person)
  sources = new Collection<PersonSource>(this);

  @Field(() => PersonPermissions, { description: 'What the viewer may do with the record.' })
  readonly viewerMay!: PersonPermissions;

  /** Slettet. From this moment nobody finds the record; it stays so that what was done keeps its subject, and holds nothing. */
  @Property({ type: 'timestamptz', nullable: true })
  erasedAt: Date | null = null;

  /** Slått sammen. The one that it was merged into, which answers for it; from then on nobody finds this one. */
  @Property({ type: 'uuid', nullable: true, fieldName: 'merged_into' })
  mergedInto: string | null = null;

  constructor(givenName: string, familyName: string) {
    super();
    this.givenName = givenName;
    this.familyName = familyName;
  }
}
