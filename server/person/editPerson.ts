import { Field, ID, InputType, Int } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { Person } from '#schema/person/Person.ts';
import { ensure } from '#server/access/ensure.ts';
import { changeRecords } from '#server/common/changeRecords.ts';
import { staleVersion } from '#server/common/staleVersion.ts';
import { Wrong } from '#server/common/Wrong.ts';
import type { Context } from '#server/context.ts';
import { findPersonToEdit } from './findPersonToEdit.ts';
import { personChanges } from './personChanges.ts';
import { PersonFactsInput } from './PersonFactsInput.ts';
import { mayEdit } from './personRules.ts';

@InputType({ description: 'What is to be different of a person. What is left out stays.' })
export class EditPersonInput extends PersonFactsInput {
  @Field(() => ID, { description: 'The UUID of the person.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The version that one saw. When somebody has changed them since, nothing is written: CONFLICT tells what they changed.',
  })
  expectedVersion!: number;

  @Field(() => Text, {
    nullable: true,
    description: 'Given name or names: one line, at most 200 characters.',
  })
  givenName?: string | null;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

/**
 * Redigere person. Changes what is told of somebody. It does not make the profile verified, and no value that is replaced needs to be seen.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (STALE_VERSION).
 */
export async function editPerson(context: Context, input: EditPersonInput): Promise<string> {
  const { id, expectedVersion: version, reason } = input;
  const known = await findPersonToEdit(context, id);
  ensure(mayEdit, context.viewer, known);
  const wrong = new Wrong();
  const fields = personChanges(context, known, input, wrong);
  wrong.refuse();
  const seen = { type: Person, id, version };
  if (known.version !== version) throw await staleVersion(context, seen);
  if (fields.length) {
    await changeRecords(context, { verb: 'editPerson', reason }, [{ ...seen, fields }]);
  }
  return id;
}
