import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import { Identified } from '#schema/common/Identified.ts';
import { Moment } from '#schema/common/Moment.ts';
import { DirectoryFilter } from '#schema/directory/DirectoryFilter.ts';
import { AudiencePermissions } from './AudiencePermissions.ts';
import { AudienceWord } from './AudienceWord.ts';

/**
 * Utvalg. A search that is kept under a name, and found anew each time: whom it reaches is what the register says today.
 *
 * It belongs to the one who saved it, and to nobody else until they share it with their colleagues.
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'A search that is kept under a name. Whom it finds is what `search` finds by its `text` and `filter`, unless it `isBroken`.',
})
@Entity()
export class Audience extends Identified {
  @Field(() => Int, {
    description: 'Counts the changes to it. Whoever changes it says which version they saw.',
  })
  @Property({ type: 'integer', version: true })
  readonly version!: number;

  @Field(() => String, { description: 'What it is called.' })
  @Property({ type: 'text' })
  name: string;

  @Field(() => ID, { description: 'The UUID of the one whom it belongs to.' })
  @Property({ type: 'uuid' })
  ownerId: string;

  @Field(() => String, { description: 'Who saved it, by the name they had then.' })
  @Property({ type: 'text' })
  ownerName: string;

  @Field(() => Boolean, {
    description: 'Whether colleagues see it: those whose scope touches that of the owner.',
  })
  @Property({ type: 'boolean' })
  isShared = false;

  @Field(() => String, { description: 'The words of the search; may be empty.' })
  @Property({ type: 'text' })
  text = '';

  @Field(() => DirectoryFilter, {
    description:
      'What narrows the search, but for the values that nothing is called any longer: those stand in `words`.',
  })
  readonly filter!: DirectoryFilter;

  /** The filter as it was saved. */
  @Property({ type: 'json', columnType: 'jsonb', fieldName: 'filter' })
  keptFilter: DirectoryFilter = new DirectoryFilter();

  /** What the trust of the filter was called when it was chosen. */
  @Property({ type: 'text', nullable: true })
  trustName: string | null = null;

  @Field(() => [AudienceWord], { description: 'Each value of the filter, as people call it.' })
  readonly words!: AudienceWord[];

  @Field(() => String, {
    description: 'The whole search in a sentence: «Virksomheter på somali, i Oslo, med telefon».',
  })
  readonly sentence!: string;

  @Field(() => Boolean, {
    description:
      'Whether it finds nobody because all values of a field of its filter are gone. It is for its owner to say what it is to be instead.',
  })
  readonly isBroken!: boolean;

  @Field(() => Moment, { description: 'When it was saved.' })
  @Property({ type: 'timestamptz' })
  createdAt: Date;

  @Field(() => Moment, { nullable: true, description: 'When it was put away; null while in use.' })
  @Property({ type: 'timestamptz', nullable: true })
  archivedAt: Date | null = null;

  @Field(() => Boolean, {
    description:
      'Whether the viewer has an address to be told at: the one that an administrator has given them.',
  })
  readonly canBeTold!: boolean;

  @Field(() => AudiencePermissions, { description: 'What the viewer may do with it.' })
  readonly viewerMay!: AudiencePermissions;

  constructor(name: string, owner: { readonly id: string; readonly name: string }, now: Date) {
    super();
    this.name = name;
    this.ownerId = owner.id;
    this.ownerName = owner.name;
    this.createdAt = now;
  }
}
