import { Field, ID, InputType } from 'type-graphql';

import { LocalDate } from '#schema/common/LocalDate.ts';
import { Text } from '#schema/common/Text.ts';
import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { FieldGroup } from '#schema/review/FieldGroup.ts';
import { ensure } from '#server/access/ensure.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { mayCorrect } from '#server/organisation/organisationRules.ts';
import { Conflict, InvalidInput } from '#server/problems.ts';
import { findPlaced } from './findPlaced.ts';
import { noteVerification } from './noteVerification.ts';

@InputType({ description: 'That somebody who knows an organisation has found what it says right.' })
export class VerifyOrganisationInput {
  @Field(() => ID, {
    description: 'A new UUID, made by whoever asks: asked twice, it is noted once.',
  })
  id!: string;

  @Field(() => ID, { description: 'The UUID of the organisation.' })
  organisationId!: string;

  @Field(() => [FieldGroup], { description: 'What was found right: one group at least.' })
  groups!: FieldGroup[];

  @Field(() => VerificationMethod, {
    description: 'How they were asked: `PHONE`, `MEETING` or `EXERCISE`.',
  })
  method!: VerificationMethod;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which they were asked; today unless another is given.',
  })
  on?: string | null;

  @Field(() => Text, {
    nullable: true,
    description: 'Who said so, or where: at most 500 characters.',
  })
  note?: string | null;
}

const LONGEST_NOTE = 500;
/** What somebody on the staff can have done. The others bring evidence of their own. */
const byStaff: readonly VerificationMethod[] = [
  VerificationMethod.PHONE,
  VerificationMethod.MEETING,
  VerificationMethod.EXERCISE,
];

/**
 * Bekrefte. Notes that an organisation was asked, and that what the register says was right: the only thing that makes a profile fresher.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (ID_IS_TAKEN).
 */
export async function verifyOrganisation(
  context: Context,
  input: VerifyOrganisationInput,
): Promise<string> {
  const { id, organisationId, groups, method, note } = input;
  const organisation = await findPlaced(context, organisationId);
  ensure(mayCorrect, context.viewer, organisation);
  const on = input.on ?? context.today;
  refuseBad(input, on, context.today);
  await inTransaction(context.database.pool, async (run) => {
    const isNew = await noteVerification(run, context, {
      id,
      organisationId,
      groups: [...new Set(groups)],
      method,
      on,
      note: note || null,
    });
    if (isNew) return;
    const [known] = await run<{ isIt: boolean }>(
      'select organisation_id = $2 as "isIt" from verification where id = $1',
      [id, organisationId],
    );
    if (!known?.isIt) throw new Conflict('ID_IS_TAKEN');
  });
  return organisationId;
}

function refuseBad(
  { id, groups, method, note }: VerifyOrganisationInput,
  on: string,
  today: string,
): void {
  const wrong: Record<string, string> = {};
  if (!isUuid(id)) wrong['id'] = 'NOT_A_UUID';
  if (!groups.length) wrong['groups'] = 'REQUIRED';
  if (!byStaff.includes(method)) wrong['method'] = 'NOT_BY_STAFF';
  if (on > today) wrong['on'] = 'IN_THE_FUTURE';
  if ((note?.length ?? 0) > LONGEST_NOTE) wrong['note'] = 'TOO_LONG';
  if (Object.keys(wrong).length) throw new InvalidInput(wrong);
}
