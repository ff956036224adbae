import { Field, ID, InputType } from 'type-graphql';

import { LocalDate } from '#schema/common/LocalDate.ts';
import { Text } from '#schema/common/Text.ts';
import { AffiliationRole } from '#schema/person/AffiliationRole.ts';

/** Opplysninger om en tilknytning. As what, and from when until when. */
@InputType({ description: 'What somebody is to an organisation, and when.' })
export abstract class AffiliationFactsInput {
  @Field(() => AffiliationRole, { description: 'As what.' })
  role!: AffiliationRole;

  @Field(() => Text, {
    nullable: true,
    description: 'What they call the role themselves: one line, at most 200 characters.',
  })
  title?: string | null;

  @Field(() => LocalDate, { description: 'The first day.' })
  since!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day, inclusive; not before the first. Null while it lasts.',
  })
  until?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether this is whom to ask first in the organisation; whoever was, no longer is.',
  })
  isPrimary?: boolean | null;
}

@InputType({ description: 'What a new person is to an organisation.' })
export class FirstAffiliationInput extends AffiliationFactsInput {
  @Field(() => ID, { description: 'The UUID of the organisation.' })
  organisationId!: string;
}
