import { Field, ID, InputType } from 'type-graphql';

import { Organisation } from '#schema/organisation/Organisation.ts';
import { ensurePermission } from '#server/access/ensure.ts';
import { changeRecords } from '#server/common/changeRecords.ts';
import { idOf } from '#server/common/idOf.ts';
import { madeOnce } from '#server/common/madeOnce.ts';
import type { Context } from '#server/context.ts';
import { asObjection } from './heldPromises.ts';
import { OrganisationInput } from './OrganisationInput.ts';
import { readOrganisationInput } from './readOrganisationInput.ts';

@InputType({ description: 'What is known of a new organisation; its name and its kind at least.' })
export class CreateOrganisationInput extends OrganisationInput {
  @Field(() => ID, {
    description:
      'A UUID made up by whoever asks: the same key gives the same organisation, made once.',
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
  const { viewer } = context;
  ensurePermission('register.write', viewer);
  const { idempotencyKey, reason } = input;
  const id = idOf(viewer.id, 'createOrganisation', idempotencyKey);
  return madeOnce(context, Organisation, id, async () => {
    // What every organisation has is asked for.
    const whole = { ...input, name: input.name ?? null, kind: input.kind ?? null };
    const fields = await readOrganisationInput(context, whole, id, null);
    const deed = { verb: 'createOrganisation', reason };
    const made = { type: Organisation, id, version: 0, fields };
    await changeRecords(context, deed, [made]).catch(asObjection);
  });
}
