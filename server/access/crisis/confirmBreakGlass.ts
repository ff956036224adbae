import { Field, ID, InputType, Int } from 'type-graphql';

import { BreakGlass } from '#schema/access/BreakGlass.ts';
import { ensure } from '#server/access/ensure.ts';
import { ensureSteppedUp } from '#server/access/ensureSteppedUp.ts';
import { change } from '#server/common/change.ts';
import type { Context } from '#server/context.ts';
import { Conflict } from '#server/problems.ts';
import { asSeen } from './asSeen.ts';
import { mayConfirm } from './crisisRules.ts';
import { tellOfficers } from './tellOfficers.ts';

@InputType({ description: 'What somebody has opened in a crisis, as one saw it.' })
export class BreakGlassInput {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => Int, { description: 'The version that one saw.' })
  expectedVersion!: number;
}

/**
 * Bekrefte nødtilgang. A second person stands for it: it lasts until three days after it was opened.
 *
 * Throws NOT_FOUND, FORBIDDEN, STEP_UP_REQUIRED, CONFLICT (STALE_VERSION, IS_OVER).
 */
export function confirmBreakGlass(context: Context, input: BreakGlassInput): Promise<string> {
  return change(context, { verb: 'confirmBreakGlass' }, async (em) => {
    const opened = await asSeen(context, em, BreakGlass, input);
    ensure(mayConfirm, context.viewer, opened);
    ensureSteppedUp(context.viewer, context.now);
    if (!opened.isOpenAt(context.now)) throw new Conflict('IS_OVER');
    opened.confirm(context.viewer.name);
    await tellOfficers(em, opened.id, 'confirmed');
    return opened.id;
  });
}
