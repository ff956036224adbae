import { Field, ID, InputType, Int } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { Person } from '#schema/person/Person.ts';
import { ensure } from '#server/access/ensure.ts';
import { ensureSteppedUp } from '#server/access/ensureSteppedUp.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { staleVersion } from '#server/common/staleVersion.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { findInScope } from './findInScope.ts';
import { forgetPerson } from './forgetPerson.ts';
import { mayErase } from './personRules.ts';

@InputType({ description: 'A person who is to be forgotten.' })
export class ErasePersonInput {
  @Field(() => ID, { description: 'The UUID of the person.' })
  id!: string;

  @Field(() => Int, { description: 'The version that one saw.' })
  expectedVersion!: number;

  @Field(() => Text, {
    description:
      'Why, for those who read the history: who asked for it, and when. Nothing about the person.',
  })
  reason!: string;
}

/**
 * Slette. Takes out all that the register says of a person, at once and for ever: what they are called, how they are reached, what they speak
 * and know, where they belong. The key of what the history keeps of them is destroyed with it. Left is an identifier that leads to nothing,
 * so that logs of reads and changes still have a subject. Those who were merged into the person are the person, and go as well.
 *
 * Throws NOT_FOUND, FORBIDDEN, STEP_UP_REQUIRED, INVALID_INPUT, CONFLICT (STALE_VERSION).
 */
export async function erasePerson(context: Context, input: ErasePersonInput): Promise<string> {
  const { id, expectedVersion, reason } = input;
  const { viewer, now, database } = context;
  ensure(mayErase, viewer, await findInScope(context, id));
  ensureSteppedUp(viewer, now);
  if (!reason) throw new InvalidInput({ reason: 'REQUIRED' });
  const isErased = await inTransaction(database.pool, (run) =>
    forgetPerson(run, { ...context, viewer }, { id, version: expectedVersion, reason }),
  );
  if (!isErased) throw await staleVersion(context, { type: Person, id, version: expectedVersion });
  return id;
}
