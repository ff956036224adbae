import { Field, ID, InputType, Int } from 'type-graphql';

import { Role } from '#schema/access/Role.ts';
import { Text } from '#schema/common/Text.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { ensurePermission } from './ensure.ts';
import { isForStaff } from './rolesFor.ts';
import { AccessScopeInput, readScope } from './AccessScope.ts';
import { changeStaff } from './changeStaff.ts';

@InputType({ description: 'Whose role, as it was seen, and what it is from now on.' })
export class ChangeRoleInput {
  @Field(() => ID, { description: 'The UUID of the staff user.' })
  id!: string;

  @Field(() => Int, { description: 'The version that one saw.' })
  expectedVersion!: number;

  @Field(() => Role, {
    description:
      'What they are to do. Not SYSTEM, which is for tokens, nor a role that comes by link.',
  })
  role!: Role;

  @Field(() => AccessScopeInput, {
    nullable: true,
    description: 'Where it holds. Left out, it holds where the role before it did.',
  })
  scope?: AccessScopeInput | null;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

/** Endre rolle. Gives somebody another role, or the same one elsewhere; they are signed out wherever they are signed in, and sign in again to it. */
export async function changeRole(
  context: Context,
  { role, scope, reason, ...seen }: ChangeRoleInput,
): Promise<string> {
  ensurePermission('staff.manage', context.viewer);
  const kept = scope ? await readScope(context, scope) : {};
  return changeStaff(context, { verb: 'changeRole', reason }, seen, (user) => {
    if (!isForStaff(role)) throw new InvalidInput({ role: 'NOT_FOR_PEOPLE' });
    Object.assign(user, { role, ...kept });
  });
}
