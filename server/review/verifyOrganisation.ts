import { Field, ID, InputType } from 'type-graphql';

import { ensure } from '#server/access/ensure.ts';
import type { Context } from '#server/context.ts';
import { mayCorrect } from '#server/organisation/organisationRules.ts';
import { fieldGroups } from './fieldGroups.ts';
import { findPlaced } from './findPlaced.ts';
import { VouchedInput } from './VouchedInput.ts';
import { vouchFor } from './vouchFor.ts';

@InputType({ description: 'That somebody who knows an organisation has found what it says right.' })
export class VerifyOrganisationInput extends VouchedInput {
  @Field(() => ID, { description: 'The UUID of the organisation.' })
  organisationId!: string;
}

/**
 * Bekrefte. Notes that an organisation was asked, and that what the register says was right: the only thing that makes a profile fresher.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (ID_IS_TAKEN).
 */
export async function verifyOrganisation(
  context: Context,
  input: VerifyOrganisationInput,
): Promise<string> {
  const { organisationId } = input;
  ensure(mayCorrect, context.viewer, await findPlaced(context, organisationId));
  await vouchFor(context, { organisationId }, input, fieldGroups);
  return organisationId;
}
