import { Field, ID, InputType } from 'type-graphql';

import { inTransaction } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { endSubscriptions } from './endSubscriptions.ts';
import { findAudience } from './findAudience.ts';

@InputType({ description: 'What to be told of no more.' })
export class UnsubscribeFromAudienceInput {
  @Field(() => ID, { description: 'The UUID of a saved search.' })
  id!: string;
}

/** Avslutte abonnement. The viewer is told no more of a saved search, and whom it found is forgotten. Throws NOT_FOUND. */
export async function unsubscribeFromAudience(
  context: Context,
  { id }: UnsubscribeFromAudienceInput,
): Promise<string> {
  await findAudience(context, id);
  await inTransaction(context.database.pool, (run) =>
    endSubscriptions(run, context, 'audience_id = $1 and user_id = $2', [id, context.viewer?.id]),
  );
  return id;
}
