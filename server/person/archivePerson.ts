import { Field, ID, InputType, Int } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import type { Context } from '#server/context.ts';
import { putAwayPerson } from './putAwayPerson.ts';

@InputType({ description: 'A person who is to be put away.' })
export class ArchivePersonInput {
  @Field(() => ID, { description: 'The UUID of the person.' })
  id!: string;

  @Field(() => Int, { description: 'The version that one saw.' })
  expectedVersion!: number;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

/**
 * Arkivere person. From now on nobody finds them by searching or in a list; whoever has the address of their page does, and it says so.
 * Everything is kept, consents too, and can be brought back.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (STALE_VERSION).
 */
export const archivePerson = (context: Context, input: ArchivePersonInput): Promise<string> =>
  putAwayPerson(context, 'archivePerson', input, context.today);
