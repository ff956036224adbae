import { Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { Moment } from '#schema/common/Moment.ts';
import type { Context } from '#server/context.ts';
import { stepUpLasts } from './ensureSteppedUp.ts';
import { listSessions } from './listSessions.ts';
import { purposesOf } from './permissions.ts';
import { SessionAnswer } from './SessionAnswer.ts';

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
      session: session?.isCurrent ? session : null,
      steppedUpUntil: until && until > now ? until : null,
    };
  }
}
