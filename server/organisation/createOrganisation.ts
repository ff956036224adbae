import { Field, ID, InputType } from 'type-graphql';

import { Organisation } from '#schema/organisation/Organisation.ts';
import { ensurePermission } from '#server/access/ensure.ts';
import { changeRecords } from '#server/common/changeRecords.ts';
import { idOfKey } from '#server/common/idOfKey.ts';
import { sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { asObjection } from './heldPromises.ts';
import { OrganisationInput } from './OrganisationInput.ts';
import { readOrganisationInput } from './readOrganisationInput.ts';

@InputType({ description: 'What is known of a new organisation; its name and its kind at least.' })
export class CreateOrganisationInput extends OrganisationInput {
  @Field(() => ID, {
    description:
      'Made up by whoever asks, 8 to 100 characters: the same key gives the same organisation, made once.',
  })
  idempotencyKey!: string;
}

/**
 * Opprette. Takes a new organisation into the register.
 *
 * Throws FORBIDDEN, INVALID_INPUT.
 */
export async function createOrganisation(
  context: Context,
  input: CreateOrganisationInput,
): Promise<string> {
  const { viewer, reader } = context;
  ensurePermission('register.write', viewer);
  const { idempotencyKey: key, reason } = input;
  if (key.length < 8 || key.length > 100) {
    throw new InvalidInput({ idempotencyKey: key.length < 8 ? 'TOO_SHORT' : 'TOO_LONG' });
  }
  const id = idOfKey(viewer, 'createOrganisation', key);
  const isMade = async () =>
    (await reader.rows(sql`select from organisation where id = ${id}`)).length > 0;
  if (await isMade()) return id;
  // What every organisation has is asked for.
  const whole = { ...input, name: input.name ?? null, kind: input.kind ?? null };
  const fields = await readOrganisationInput(context, whole, id, null);
  const deed = { verb: 'createOrganisation', reason };
  try {
    await changeRecords(context, deed, [{ type: Organisation, id, version: 0, fields }]);
  } catch (error) {
    // Somebody sent the same twice, and the other was faster.
    if (await isMade()) return id;
    asObjection(error);
  }
  return id;
}
