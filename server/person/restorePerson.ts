import { Field, ID, InputType, Int } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import type { Context } from '#server/context.ts';
import { putAwayPerson } from './putAwayPerson.ts';

@InputType({ description: 'A person who is to be found again.' })
export class RestorePersonInput {
  @Field(() => ID, { description: 'The UUID of the person.' })
  id!: string;

  @Field(() => Int, { description: 'The version that one saw.' })
  expectedVersion!: number;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

/** Hente frem igjen. Whoever was archived is found again, as they were. Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (STALE_VERSION). */
export const restorePerson = (context: Context, input: RestorePersonInput): Promise<string> =>
  putAwayPerson(context, 'restorePerson', input, null);
