import { Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { Moment } from '#schema/common/Moment.ts';
import { sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { AccessScope, scopeShown } from './AccessScope.ts';
import { stepUpLasts } from './ensureSteppedUp.ts';
import { listSessions } from './listSessions.ts';
import { purposesOf } from './permissions.ts';
import { SessionAnswer } from './SessionAnswer.ts';
import type { Viewer } from './Viewer.ts';

@ObjectType('Viewer', {
  simpleResolvers: true,
  description: 'The one who is asking: a member of staff who signed in, or a system with a token.',
})
class ViewerAnswer {
  @Field(() => ID, { description: 'Of the user or of the token.' })
  id!: string;

  @Field(() => String, { description: 'The name of the user, or what the token is for.' })
  name!: string;

  @Field(() => Role, { description: 'What they are here to do.' })
  role!: Role;

  @Field(() => [String], {
    description: 'What they may do, by the names of permissions: `register.read`.',
  })
  permissions!: string[];

  @Field(() => [Purpose], {
    description:
      'For which purposes they may see how people can be reached. A query states one with `@purpose`; without one, those values are masked.',
  })
  purposes!: Purpose[];

  @Field(() => AccessScope, {
    nullable: true,
    description:
      'Where they work: only there they change what is in the register, and see how people can be reached. Null: the whole country.',
  })
  scope!: AccessScope | null;

  @Field(() => SessionAnswer, {
    nullable: true,
    description: 'The session that asks; null for a token.',
  })
  session!: SessionAnswer | null;

  @Field(() => Moment, {
    nullable: true,
    description:
      'Until when what asks for a fresh sign-in (STEP_UP_REQUIRED) may be done without another; null where it may not now.',
  })
  steppedUpUntil!: Date | null;
}

@Resolver()
export class ViewerResolver {
  @Query(() => ViewerAnswer, {
    nullable: true,
    description: 'The one who is asking; null for a stranger, who may ask nothing else.',
  })
  async viewer(@Ctx() context: Context): Promise<ViewerAnswer | null> {
    const { viewer, now } = context;
    if (!viewer) return null;
    const { id, name, role, permissions, sessionId, steppedUpAt } = viewer;
    const [session = null] = sessionId ? await listSessions(context) : [];
    const until = steppedUpAt && new Date(steppedUpAt.getTime() + stepUpLasts);
    return {
      id,
      name,
      role,
      permissions: [...permissions].toSorted(),
      purposes: purposesOf(permissions),
      scope: viewer.scope && (await scopeOf(context, viewer)),
      session: session?.isCurrent ? session : null,
      steppedUpUntil: until && until > now ? until : null,
    };
  }
}

/** What the viewer's scope is called. A link has none: it is about one record. */
async function scopeOf(context: Context, { id, via }: Viewer): Promise<AccessScope | null> {
  if (via === 'link') return null;
  const [row] = await context.reader.rows<[AccessScope | null]>(
    via === 'session'
      ? sql`select ${scopeShown('u', context)} from staff_user u where u.id = ${id}`
      : sql`select ${scopeShown('t', context)} from api_token t where t.id = ${id}`,
  );
  return row?.[0] ?? null;
}
