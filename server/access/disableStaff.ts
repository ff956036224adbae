import { Field, ID, InputType, Int } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import type { Context } from '#server/context.ts';
import { changeStaff } from './changeStaff.ts';

@InputType({ description: 'Who is to sign in no longer, as they were seen.' })
export class DisableStaffInput {
  @Field(() => ID, { description: 'The UUID of the staff user.' })
  id!: string;

  @Field(() => Int, { description: 'The version that one saw.' })
  expectedVersion!: number;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

/** Sperre. Keeps somebody from signing in, and signs them out wherever they are; what they did keeps its author. */
export function disableStaff(
  context: Context,
  { reason, ...seen }: DisableStaffInput,
): Promise<string> {
  return changeStaff(context, { verb: 'disableStaff', reason }, seen, (user) => {
    user.disabledAt ??= context.now;
  });
}
