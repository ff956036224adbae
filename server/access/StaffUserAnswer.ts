import { Field, ID, Int, ObjectType } from 'type-graphql';

import { Role } from '#schema/access/Role.ts';
import { connectionOf } from '#schema/common/connectionOf.ts';
import { Moment } from '#schema/common/Moment.ts';
import { sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { AccessScope, scopeShown } from './AccessScope.ts';
import { mayDisable, mayEnable, mayGiveRole } from './staffRules.ts';
import type { Viewer } from './Viewer.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'What the one who asks may do with somebody’s access.',
})
export class StaffUserPermissions {
  @Field(() => Boolean, { description: 'Give them another role.' })
  changeRole!: boolean;

  @Field(() => Boolean, { description: 'Keep them from signing in.' })
  disable!: boolean;

  @Field(() => Boolean, { description: 'Let them sign in again.' })
  enable!: boolean;
}

/** Ansatt bruker. As an administrator sees them. */
@ObjectType('StaffUser', {
  simpleResolvers: true,
  description: 'Somebody on the staff who may sign in, or might before.',
})
export class StaffUserAnswer {
  @Field(() => ID, { description: 'Their UUID.' })
  id!: string;

  @Field(() => Int, {
    description:
      'Counts the changes to their access. Whoever changes it says which version they saw.',
  })
  version!: number;

  @Field(() => String, { description: 'What they are called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'For reading only.' })
  email!: string | null;

  @Field(() => Role, { description: 'What they are here to do.' })
  role!: Role;

  @Field(() => AccessScope, {
    nullable: true,
    description: 'Where their permissions hold; null for the whole country.',
  })
  scope!: AccessScope | null;

  @Field(() => String, { description: 'Who they are to the identity provider (`sub`).' })
  subject!: string;

  @Field(() => Moment, {
    nullable: true,
    description: 'Since when they may not sign in; null where they may.',
  })
  disabledAt!: string | null;

  @Field(() => Moment, {
    nullable: true,
    description: 'When they last signed in; null for who has never come.',
  })
  lastSignedInAt!: string | null;

  @Field(() => Boolean, { description: 'Whether it is the one who asks.' })
  isViewer!: boolean;

  @Field(() => StaffUserPermissions, { description: 'What the one who asks may do about them.' })
  viewerMay!: StaffUserPermissions;
}

@ObjectType({ simpleResolvers: true, description: 'Staff users, page by page.' })
export class StaffUserConnection extends connectionOf<StaffUserAnswer>(
  () => StaffUserAnswer,
  'StaffUser',
  'staff users',
) {}

/** A staff user as they come from the database: moments are texts. */
export type StaffUserRow = Omit<StaffUserAnswer, 'isViewer' | 'viewerMay'>;

export const staffUserColumns = (
  context: Pick<Context, 'locale'>,
) => sql`u.id, u.version, u.name, u.email, u.role, u.subject, ${scopeShown('u', context)},
  u.disabled_at as "disabledAt", u.last_signed_in_at as "lastSignedInAt"`;

export const staffUserAnswer = (row: StaffUserRow, viewer: Viewer | null): StaffUserAnswer => ({
  ...row,
  isViewer: row.id === viewer?.id,
  viewerMay: {
    changeRole: viewer !== null && mayGiveRole(viewer, row),
    disable: viewer !== null && mayDisable(viewer, row),
    enable: viewer !== null && mayEnable(viewer, row),
  },
});
