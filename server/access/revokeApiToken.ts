import { LockMode } from '@mikro-orm/core';
import { Field, ID, InputType } from 'type-graphql';

import { ApiToken } from '#schema/access/ApiToken.ts';
import { Text } from '#schema/common/Text.ts';
import { change } from '#server/common/change.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { NotFound } from '#server/problems.ts';
import { ensurePermission } from './ensure.ts';

@InputType({ description: 'Which token is to let nobody in any longer.' })
export class RevokeApiTokenInput {
  @Field(() => ID, { description: 'The UUID of the token.' })
  id!: string;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

/**
 * Trekke tilbake nøkkel. Whoever comes with it is a stranger from their next request on; there is no way back.
 *
 * It asks for no fresh sign-in and no version: where a token has leaked, nothing is to be in the way. Once revoked, it stays as it was
 * revoked first. Throws FORBIDDEN, NOT_FOUND.
 */
export function revokeApiToken(
  context: Context,
  { id, reason }: RevokeApiTokenInput,
): Promise<string> {
  ensurePermission('token.manage', context.viewer);
  if (!isUuid(id)) throw new NotFound('API token');
  return change(context, { verb: 'revokeApiToken', reason }, async (em) => {
    const token = await em.findOne(ApiToken, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!token) throw new NotFound('API token');
    token.revokedAt ??= context.now;
    return id;
  });
}
