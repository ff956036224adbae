import { Field, ID, InputType, Int } from 'type-graphql';

import { Role } from '#schema/access/Role.ts';
import { Text } from '#schema/common/Text.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { changeStaff } from './changeStaff.ts';

@InputType({ description: 'Whose role, as it was seen, and what it is from now on.' })
export class ChangeRoleInput {
  @Field(() => ID, { description: 'The UUID of the staff user.' })
  id!: string;

  @Field(() => Int, { description: 'The version that one saw.' })
  expectedVersion!: number;

  @Field(() => Role, { description: 'What they are to do. Not SYSTEM, which is for tokens.' })
  role!: Role;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

/** Endre rolle. Gives somebody another role; they are signed out wherever they are signed in, and sign in again to it. */
export function changeRole(
  context: Context,
  { role, reason, ...seen }: ChangeRoleInput,
): Promise<string> {
  return changeStaff(context, { verb: 'changeRole', reason }, seen, (user) => {
    if (role === Role.SYSTEM) throw new InvalidInput({ role: 'NOT_FOR_PEOPLE' });
    user.role = role;
  });
}
