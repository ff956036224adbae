import { Field, ID, InputType } from 'type-graphql';

import { ensure } from '#server/access/ensure.ts';
import type { Context } from '#server/context.ts';
import { findInScope } from '#server/person/findInScope.ts';
import { mayEdit } from '#server/person/personRules.ts';
import { personGroups } from './fieldGroups.ts';
import { VouchedInput } from './VouchedInput.ts';
import { vouchFor } from './vouchFor.ts';

@InputType({
  description: 'That a person, or somebody who knows them, has found what is told of them right.',
})
export class VerifyPersonInput extends VouchedInput {
  @Field(() => ID, { description: 'The UUID of the person.' })
  personId!: string;
}

/**
 * Bekrefte person. Notes that somebody was asked, and that what the register says of them was right: the only thing that makes a profile
 * fresher.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (ID_IS_TAKEN).
 */
export async function verifyPerson(context: Context, input: VerifyPersonInput): Promise<string> {
  const { personId } = input;
  ensure(mayEdit, context.viewer, await findInScope(context, personId));
  await vouchFor(context, { personId }, input, personGroups);
  return personId;
}
