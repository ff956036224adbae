import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import { Identified } from '#schema/common/Identified.ts';
import { Moment } from '#schema/common/Moment.ts';
import { Author } from './Author.ts';
import { ChangedField } from './ChangedField.ts';
import { ChangedRecord } from './ChangedRecord.ts';
import { ChangePermissions } from './ChangePermissions.ts';
import { Door } from './Door.ts';
import type { Role } from './Role.ts';

/**
 * Endring. One version of one record: who made it, when, by which use case, why, and each field before and after.
 *
 * Read through a view, and written by nobody: the change log is told in the transaction of what it tells of.
 */
@ObjectType({
  simpleResolvers: true,
  description: 'One version of one record: who made it, when, how, why, and what is different.',
})
@Entity({ tableName: 'change_seen' })
export class Change extends Identified {
  @Field(() => ChangedRecord, { description: 'What was changed.' })
  readonly about!: ChangedRecord;

  @Property({ type: 'text' })
  record!: string;

  @Property({ type: 'uuid' })
  recordId!: string;

  @Property({ type: 'text', nullable: true })
  recordName!: string | null;

  @Field(() => ChangedRecord, {
    nullable: true,
    description:
      'The organisation or the person that it belongs to, where a link or a consent was changed; null otherwise, or where that is gone.',
  })
  readonly belongsTo!: ChangedRecord | null;

  @Property({ type: 'text', nullable: true })
  ofRecord!: string | null;

  @Property({ type: 'uuid', nullable: true })
  ofId!: string | null;

  @Property({ type: 'text', nullable: true })
  ofName!: string | null;

  @Field(() => Int, { description: 'The version of the record that it made.' })
  @Property({ type: 'int' })
  version!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version that an organisation, a person or an affiliation has now, to be given when this change is undone; null for others, and where it is gone.',
  })
  @Property({ type: 'int', nullable: true })
  currentVersion!: number | null;

  @Field(() => Moment, { description: 'When.' })
  @Property({ type: 'text' })
  at!: string;

  @Field(() => Author, {
    nullable: true,
    description: 'Who; null where it was no member of staff: `via` says what it was.',
  })
  readonly by!: Author | null;

  @Property({ type: 'uuid', nullable: true })
  authorId!: string | null;

  @Property({ type: 'text', nullable: true })
  authorName!: string | null;

  @Property({ type: 'text', nullable: true })
  authorRole!: Role | null;

  @Field(() => Door, { description: 'By which way they came.' })
  @Enum({ items: () => Door })
  via!: Door;

  @Field(() => String, { description: 'What they did, by the name of the mutation.' })
  @Property({ type: 'text' })
  verb!: string;

  @Field(() => String, { nullable: true, description: 'Why, if they said so.' })
  @Property({ type: 'text', nullable: true })
  reason!: string | null;

  @Field(() => [ChangedField], {
    description: 'What is different. Of contact points that the viewer may not see, nothing.',
  })
  @Property({ type: 'jsonb' })
  fields!: ChangedField[];

  @Field(() => ID, { nullable: true, description: 'The change that this one undid.' })
  @Property({ type: 'uuid', nullable: true })
  undoes!: string | null;

  @Field(() => Boolean, { description: 'Whether another change has undone it.' })
  @Property({ type: 'boolean' })
  isUndone!: boolean;

  /** Whether the list of its fields is all there is to it. */
  @Property({ type: 'boolean' })
  isReversible!: boolean;

  @Field(() => ID, {
    nullable: true,
    description:
      'What it was done together with: an import, a change of many, a merge, a role that changed hands.',
  })
  @Property({ type: 'uuid', nullable: true })
  batchId!: string | null;

  @Field(() => ChangePermissions, { description: 'What the viewer may do with it.' })
  readonly viewerMay!: ChangePermissions;

  @Property({ type: 'integer[]', nullable: true })
  servedAreas!: number[] | null;

  @Property({ type: 'int', nullable: true })
  seat!: number | null;

  /** For whom what is personal in it is sealed, and their key. */
  @Property({ type: 'uuid', nullable: true })
  sealedFor!: string | null;

  @Property({ type: 'blob', nullable: true })
  sealedKey!: Buffer | null;

  @Property({ type: 'jsonb', nullable: true })
  audiences!: Readonly<Record<string, string>> | null;
}
