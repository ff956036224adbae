import { ensure } from '#server/access/ensure.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { NotFound } from '#server/problems.ts';
import { findPlaced } from '#server/review/findPlaced.ts';
import { mayAnswerStop } from './answerStop.ts';

/** Whose rule it is, for those who may lift it. Throws NOT_FOUND, FORBIDDEN. */
export async function findQuietRule(context: Context, id: string): Promise<string> {
  const { rows } = await context.database.pool.query<{ organisationId: string }>(
    'select organisation_id as "organisationId" from quiet_rule where id = $1',
    [isUuid(id) ? id : null],
  );
  const [rule] = rows;
  if (!rule) throw new NotFound('QuietRule');
  ensure(mayAnswerStop, context.viewer, await findPlaced(context, rule.organisationId));
  return rule.organisationId;
}
