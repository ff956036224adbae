import { Field, ID, InputType, Int } from 'type-graphql';

import { BreakGlass } from '#schema/access/BreakGlass.ts';
import { Crisis } from '#schema/access/Crisis.ts';
import { change } from '#server/common/change.ts';
import type { Context } from '#server/context.ts';
import { asSeen } from './asSeen.ts';

@InputType({ description: 'A crisis that is over.' })
export class EndCrisisInput {
  @Field(() => ID, { description: 'The UUID of the crisis.' })
  id!: string;

  @Field(() => Int, { description: 'The version that one saw.' })
  expectedVersion!: number;
}

/** Avslutte krise. With it ends what was opened in it. Throws NOT_FOUND, CONFLICT (STALE_VERSION). */
export function endCrisis(context: Context, input: EndCrisisInput): Promise<string> {
  return change(context, { verb: 'endCrisis' }, async (em) => {
    const crisis = await asSeen(context, em, Crisis, input);
    if (crisis.endedAt) return crisis.id;
    crisis.endedAt = context.now;
    const opened = await em.find(BreakGlass, { crisis, closedAt: null });
    for (const one of opened) if (one.isOpenAt(context.now)) one.close(context.now);
    return crisis.id;
  });
}
