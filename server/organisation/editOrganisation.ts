import { Field, ID, InputType, Int } from 'type-graphql';

import { Organisation } from '#schema/organisation/Organisation.ts';
import { ensure } from '#server/access/ensure.ts';
import { changeRecords } from '#server/common/changeRecords.ts';
import { staleVersion } from '#server/common/staleVersion.ts';
import type { Context } from '#server/context.ts';
import { findOrganisation } from './findOrganisation.ts';
import { asObjection } from './heldPromises.ts';
import { OrganisationInput } from './OrganisationInput.ts';
import { mayCorrect } from './organisationRules.ts';
import { readOrganisationInput } from './readOrganisationInput.ts';

@InputType({
  description: 'What is to be different about an organisation. What is left out stays.',
})
export class EditOrganisationInput extends OrganisationInput {
  @Field(() => ID, { description: 'The UUID of the organisation.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The version that one saw. When somebody has changed it since, nothing is written: CONFLICT tells what they changed.',
  })
  expectedVersion!: number;
}

/**
 * Redigere. Changes anything that is said of an organisation, and what belongs to it: all of it, or nothing. It does not make the profile
 * verified.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (STALE_VERSION).
 */
export async function editOrganisation(
  context: Context,
  input: EditOrganisationInput,
): Promise<string> {
  const { id, expectedVersion: version, reason } = input;
  const found = await findOrganisation(context, id);
  ensure(mayCorrect, context.viewer, found);
  const seen = { type: Organisation, id, version };
  if (found.version !== version) throw await staleVersion(context, seen);
  const fields = await readOrganisationInput(context, input, id, found);
  if (!fields.length) return id;
  const deed = { verb: 'editOrganisation', reason };
  await changeRecords(context, deed, [{ ...seen, fields }]).catch(asObjection);
  return id;
}
