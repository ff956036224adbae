import { Field, ID, InputType, Int } from 'type-graphql';

import { LocalDate } from '#schema/common/LocalDate.ts';
import { Text } from '#schema/common/Text.ts';
import type { Context } from '#server/context.ts';
import { changeAffiliation } from './changeAffiliation.ts';

@InputType({ description: 'An affiliation that ends.' })
export class EndAffiliationInput {
  @Field(() => ID, { description: 'The UUID of the affiliation.' })
  id!: string;

  @Field(() => Int, { description: 'The version that one saw.' })
  expectedVersion!: number;

  @Field(() => LocalDate, {
    description: 'Its last day, inclusive; not before its first. It may lie ahead.',
  })
  until!: string;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

/**
 * Avslutte tilknytning. Says on which day somebody was last what they were to an organisation. Nothing is deleted: it stands among the former.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (STALE_VERSION).
 */
export const endAffiliation = (context: Context, input: EndAffiliationInput): Promise<string> =>
  changeAffiliation(context, 'endAffiliation', input);
