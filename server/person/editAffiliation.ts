import { Field, ID, InputType, Int } from 'type-graphql';

import { LocalDate } from '#schema/common/LocalDate.ts';
import { Text } from '#schema/common/Text.ts';
import { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import { changeAffiliation } from './changeAffiliation.ts';
import type { Context } from '#server/context.ts';

@InputType({ description: 'What is to be different of an affiliation. What is left out stays.' })
export class EditAffiliationInput {
  @Field(() => ID, { description: 'The UUID of the affiliation.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The version that one saw. When somebody has changed it since, nothing is written: CONFLICT tells what they changed.',
  })
  expectedVersion!: number;

  @Field(() => AffiliationRole, { nullable: true, description: 'As what.' })
  role?: AffiliationRole | null;

  @Field(() => Text, {
    nullable: true,
    description: 'What they call the role themselves; null for nothing.',
  })
  title?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day.' })
  since?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day, inclusive; null while it lasts.',
  })
  until?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether this is whom to ask first in the organisation.',
  })
  isPrimary?: boolean | null;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

/** Rette tilknytning. Changes as what and when somebody is affiliated. Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (STALE_VERSION). */
export const editAffiliation = (context: Context, input: EditAffiliationInput): Promise<string> =>
  changeAffiliation(context, 'editAffiliation', input);
