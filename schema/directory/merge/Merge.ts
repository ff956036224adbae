import { Field, ID, ObjectType } from 'type-graphql';

import { Moment } from '#schema/common/Moment.ts';

/** Hva en har lov til. */
@ObjectType({ simpleResolvers: true, description: 'What the viewer may do with a merge.' })
export class MergePermissions {
  @Field(() => Boolean, { description: 'Whether they may use `unmerge` on it.' })
  unmerge!: boolean;
}

/** Sammenslåing. That two records became one, and who said so. */
@ObjectType({ simpleResolvers: true, description: 'That two records became one.' })
export class Merge {
  @Field(() => ID, { description: 'A UUID, unique across all types.' })
  id!: string;

  @Field(() => ID, { description: 'The UUID of the one that stays.' })
  survivorId!: string;

  @Field(() => ID, { description: 'The UUID of the one that went.' })
  loserId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the one that went was called; null where that is forgotten.',
  })
  loserName!: string | null;

  @Field(() => String, { nullable: true, description: 'Who said so, by name.' })
  by!: string | null;

  @Field(() => Moment, { description: 'When.' })
  at!: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason!: string | null;

  @Field(() => Moment, { nullable: true, description: 'When it was taken back, if it was.' })
  undoneAt!: string | null;

  @Field(() => MergePermissions, { description: 'What the viewer may do with it.' })
  viewerMay!: MergePermissions;
}
