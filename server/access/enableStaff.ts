import { Field, ID, InputType, Int } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import type { Context } from '#server/context.ts';
import { changeStaff } from './changeStaff.ts';

@InputType({ description: 'Who is to sign in again, as they were seen.' })
export class EnableStaffInput {
  @Field(() => ID, { description: 'The UUID of the staff user.' })
  id!: string;

  @Field(() => Int, { description: 'The version that one saw.' })
  expectedVersion!: number;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

/** Åpne igjen. Lets somebody who was disabled sign in again, in the role they had. */
export function enableStaff(
  context: Context,
  { reason, ...seen }: EnableStaffInput,
): Promise<string> {
  return changeStaff(context, { verb: 'enableStaff', reason }, seen, (user) => {
    user.disabledAt = null;
  });
}
