import { Field, ID, InputType } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import type { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import type { FieldGroup } from '#schema/review/FieldGroup.ts';
import { ensure } from '#server/access/ensure.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { mayCorrect } from '#server/organisation/organisationRules.ts';
import { findInScope } from '#server/person/findInScope.ts';
import { mayEdit } from '#server/person/personRules.ts';
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
  readonly recordId: string;
  readonly groups: FieldGroup[];
  readonly method: VerificationMethod;
  readonly on: string;
  readonly via: string;
}

/**
 * Ta tilbake en bekreftelse. Says that one that the staff noted was a mistake; the profile is as fresh as before it. What an organisation or
 * a person has said by their link is not for others to take back. Twice is as good as once.
 *
 * Throws NOT_FOUND, FORBIDDEN, CONFLICT (NOT_BY_STAFF).
 */
export const takeBackVerification = (
  context: Context,
  input: TakeBackVerificationInput,
): Promise<string> => takeBack(context, input, 'organisation');

/** Ta tilbake en bekreftelse av en person. The same, of what is told of a person. */
export const takeBackPersonVerification = (
  context: Context,
  input: TakeBackVerificationInput,
): Promise<string> => takeBack(context, input, 'person');

async function takeBack(
  context: Context,
  { id, reason }: TakeBackVerificationInput,
  kind: 'organisation' | 'person',
): Promise<string> {
  const { rows } = await context.database.pool.query<Found>(
    `select ${kind}_id as "recordId", groups, method, verified_on::text as on, via
     from verification where id = $1 and takes_back is null and ${kind}_id is not null`,
    [isUuid(id) ? id : null],
  );
  const [found] = rows;
  if (!found) throw new NotFound('Verification');
  const { recordId, via, ...verified } = found;
  if (kind === 'person') ensure(mayEdit, context.viewer, await findInScope(context, recordId));
  else ensure(mayCorrect, context.viewer, await findPlaced(context, recordId));
  if (via !== 'session') throw new Conflict('NOT_BY_STAFF');
  const whose = kind === 'person' ? { personId: recordId } : { organisationId: recordId };
  const taking = { id: crypto.randomUUID(), note: reason ?? null, takesBack: id };
  await inTransaction(context.database.pool, (run) =>
    noteVerification(run, context, { ...whose, ...verified, ...taking }),
  );
  return recordId;
}
