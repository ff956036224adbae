import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Field, ID, InputType } from 'type-graphql';

import { BreakGlass } from '#schema/access/BreakGlass.ts';
import { Crisis } from '#schema/access/Crisis.ts';
import { Text } from '#schema/common/Text.ts';
import { ensureSteppedUp } from '#server/access/ensureSteppedUp.ts';
import { change } from '#server/common/change.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { Conflict, NotFound } from '#server/problems.ts';
import { saidInWords } from './saidInWords.ts';
import { tellOfficers } from './tellOfficers.ts';

@InputType({ description: 'Why somebody has to see more.' })
export class OpenBreakGlassInput {
  @Field(() => ID, { description: 'The UUID of a crisis that is not over.' })
  crisisId!: string;

  @Field(() => Text, {
    description: 'Why, in 15 to 500 characters: whom one has to reach, and what for.',
  })
  reason!: string;
}

/**
 * Åpne nødtilgang. For four hours, or until somebody closes it, the viewer sees how people everywhere are reached who have agreed to be
 * reached in a crisis. The privacy officer is told at once, and each look is in the read log.
 *
 * Throws NOT_FOUND, STEP_UP_REQUIRED, INVALID_INPUT, CONFLICT (CRISIS_IS_OVER, ALREADY_OPEN, ACCOUNT_IS_DUE).
 */
export async function openBreakGlass(
  context: Context,
  { crisisId, reason }: OpenBreakGlassInput,
): Promise<string> {
  const { viewer, now } = context;
  saidInWords({ reason }, { least: 15, most: 500 });
  ensureSteppedUp(viewer, now);
  return change(context, { verb: 'openBreakGlass', reason }, async (em) => {
    const crisis = isUuid(crisisId) ? await em.findOne(Crisis, { id: crisisId }) : null;
    if (!crisis) throw new NotFound(Crisis.name);
    if (crisis.endedAt) throw new Conflict('CRISIS_IS_OVER');
    const former = await em.findOne(BreakGlass, { userId: viewer.id, accountedAt: null });
    if (former) throw new Conflict(former.isOpenAt(now) ? 'ALREADY_OPEN' : 'ACCOUNT_IS_DUE');
    const opened = new BreakGlass(crisis, viewer, reason, now);
    em.persist(opened);
    await em.flush().catch((error: unknown) => {
      throw error instanceof UniqueConstraintViolationException
        ? new Conflict('ALREADY_OPEN')
        : error;
    });
    await tellOfficers(em, opened.id, 'opened');
    return opened.id;
  });
}
