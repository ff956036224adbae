import { Field, ID, InputType } from 'type-graphql';

import { PersonalLink } from '#schema/access/PersonalLink.ts';
import { Text } from '#schema/common/Text.ts';
import { ensure } from '#server/access/ensure.ts';
import { revokeLink } from '#server/access/link/revokeLink.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { NotFound } from '#server/problems.ts';
import { findLinkable } from './findLinkable.ts';
import { mayIssueLink } from './personalLinkRules.ts';

@InputType({ description: 'Which personal link to take back.' })
export class RevokePersonalLinkInput {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

/**
 * Trekke tilbake personlig lenke. It opens nothing from then on, and who came in by it is out. Twice is as good as once.
 *
 * Throws NOT_FOUND, FORBIDDEN.
 */
export async function revokePersonalLink(
  context: Context,
  { id, reason }: RevokePersonalLinkInput,
): Promise<string> {
  const { rows } = isUuid(id)
    ? await context.database.pool.query<{ recordId: string }>(
        'select record_id as "recordId" from personal_link where id = $1',
        [id],
      )
    : { rows: [] };
  if (!rows[0]) throw new NotFound(PersonalLink.name);
  const record = await findLinkable(context, rows[0].recordId, null);
  ensure(mayIssueLink, context.viewer, record);
  await inTransaction(context.database.pool, (run) =>
    revokeLink(run, context, { id, reason: reason ?? null }),
  );
  return id;
}
