import { Field, ID, InputType } from 'type-graphql';

import type { WorkClaim } from '#schema/directory/work/WorkItem.ts';
import type { Context } from '#server/context.ts';
import { subjectOf } from './subjectOf.ts';
import { takeClaim } from './takeClaim.ts';

@InputType({ description: 'A thing to do.' })
export class WorkInput {
  @Field(() => ID, { description: 'Its name on the work list.' })
  id!: string;
}

/**
 * Ta. Says that one is on to it, so that no two do the same; whoever says it again has it for another hour. It is no change of the register, and is not told
 * as one.
 *
 * Throws NOT_FOUND, CONFLICT (TAKEN).
 */
export async function claimWork(context: Context, { id }: WorkInput): Promise<WorkClaim> {
  const { kind, subject } = await subjectOf(context, id);
  return takeClaim(context, kind, subject);
}
