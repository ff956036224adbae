import { Field, ID, Int, ObjectType } from 'type-graphql';

import { Role } from '#schema/access/Role.ts';
import { connectionOf } from '#schema/common/connectionOf.ts';
import { Moment } from '#schema/common/Moment.ts';
import { sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { AccessScope, scopeShown } from './AccessScope.ts';

/** API-nøkkel. As an administrator sees it; never what opens. */
@ObjectType('ApiToken', {
  simpleResolvers: true,
  description: 'What lets another system in. The token itself is shown once, when it is made.',
})
export class ApiTokenAnswer {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes to it.' })
  version!: number;

  @Field(() => String, { description: 'What it is for, in the words of the one who made it.' })
  label!: string;

  @Field(() => Role, { description: 'The role whose permissions it has.' })
  role!: Role;

  @Field(() => [String], {
    nullable: true,
    description: 'The permissions it has, where they are fewer than those of the role.',
  })
  permissions!: string[] | null;

  @Field(() => AccessScope, {
    nullable: true,
    description: 'Where its permissions hold; null for the whole country.',
  })
  scope!: AccessScope | null;

  @Field(() => Moment, { description: 'When it was made.' })
  createdAt!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who made it; null where it was made on the command line.',
  })
  createdBy!: string | null;

  @Field(() => Moment, { description: 'From when it lets nobody in.' })
  expiresAt!: string;

  @Field(() => Moment, {
    nullable: true,
    description: 'When it was last used, to the minute; null for never.',
  })
  lastUsedAt!: string | null;

  @Field(() => Moment, {
    nullable: true,
    description: 'When somebody took it back; null where nobody did.',
  })
  revokedAt!: string | null;

  @Field(() => Boolean, { description: 'Whether it lets anybody in now.' })
  isLive!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'API tokens, page by page.' })
export class ApiTokenConnection extends connectionOf<ApiTokenAnswer>(
  () => ApiTokenAnswer,
  'ApiToken',
  'API tokens',
) {}

@ObjectType({ simpleResolvers: true, description: 'A token that was made just now.' })
export class CreatedApiToken {
  @Field(() => String, {
    description: 'What is sent as `Authorization: Bearer …`. Only now; nobody can show it again.',
  })
  token!: string;

  @Field(() => ApiTokenAnswer, { description: 'What is kept of it.' })
  apiToken!: ApiTokenAnswer;
}

/** By the time of the context it lives, or does not. */
export const apiTokenColumns = (
  context: Pick<Context, 'locale' | 'now'>,
) => sql`t.id, t.version, t.label, t.role, t.permissions, ${scopeShown('t', context)},
  t.created_at as "createdAt", maker.name as "createdBy", t.expires_at as "expiresAt",
  t.last_used_at as "lastUsedAt", t.revoked_at as "revokedAt", ${isLive(context.now)} as "isLive"`;

export const apiTokenTable = sql`api_token t left join staff_user maker on maker.id = t.created_by_id`;

export const isLive = (now: Date) =>
  sql`(t.revoked_at is null and t.expires_at > ${now}::timestamptz)`;
