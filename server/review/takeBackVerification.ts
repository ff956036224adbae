import { Field, ID, InputType } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import type { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import type { FieldGroup } from '#schema/review/FieldGroup.ts';
import { ensure } from '#server/access/ensure.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { mayCorrect } from '#server/organisation/organisationRules.ts';
import { Conflict, NotFound } from '#server/problems.ts';
import { findPlaced } from './findPlaced.ts';
import { noteVerification } from './noteVerification.ts';

@InputType({ description: 'A verification that was none.' })
export class TakeBackVerificationInput {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

interface Found {
  readonly organisationId: string;
  readonly groups: FieldGroup[];
  readonly method: VerificationMethod;
  readonly on: string;
  readonly via: string;
}

/**
 * Ta tilbake en bekreftelse. Says that one that the staff noted was a mistake; the profile is as fresh as before it. What an organisation
 * has said by its link is not for others to take back. Twice is as good as once.
 *
 * Throws NOT_FOUND, FORBIDDEN, CONFLICT (NOT_BY_STAFF).
 */
export async function takeBackVerification(
  context: Context,
  { id, reason }: TakeBackVerificationInput,
): Promise<string> {
  const { rows } = await context.database.pool.query<Found>(
    `select organisation_id as "organisationId", groups, method, verified_on::text as on, via
     from verification where id = $1 and takes_back is null`,
    [isUuid(id) ? id : null],
  );
  const [found] = rows;
  if (!found) throw new NotFound('Verification');
  ensure(mayCorrect, context.viewer, await findPlaced(context, found.organisationId));
  if (found.via !== 'session') throw new Conflict('NOT_BY_STAFF');
  await inTransaction(context.database.pool, (run) =>
    noteVerification(run, context, {
      ...found,
      id: crypto.randomUUID(),
      note: reason ?? null,
      takesBack: id,
    }),
  );
  return found.organisationId;
}
