import { ensure } from '#server/access/ensure.ts';
import { touches } from '#server/access/scope.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { type Placed, placesOf } from '#server/organisation/organisationRules.ts';
import { NotFound } from '#server/problems.ts';
import { findPlaced } from '#server/review/findPlaced.ts';

/** Whoever looks after the register rings the organisations in their scope. */
export const mayCall = ({ permissions, scope }: Viewer, organisation: Placed): boolean =>
  permissions.has('review.call') && touches(scope, placesOf(organisation));

/** Whose request it is, if the viewer may ring them. Throws NOT_FOUND, FORBIDDEN. */
export async function findCall(context: Context, requestId: string): Promise<string> {
  const { rows } = await context.database.pool.query<{ organisationId: string }>(
    'select organisation_id as "organisationId" from review_request where id = $1',
    [isUuid(requestId) ? requestId : null],
  );
  if (!rows[0]) throw new NotFound('ReviewRequest');
  const { organisationId } = rows[0];
  ensure(mayCall, context.viewer, await findPlaced(context, organisationId));
  return organisationId;
}
