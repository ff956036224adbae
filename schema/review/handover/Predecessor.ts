import { Field, ID, Int, ObjectType } from 'type-graphql';

import { Purpose } from '#schema/access/Purpose.ts';
import { AffiliationRole } from '#schema/person/AffiliationRole.ts';

/** Forgjenger. Somebody who is something to an organisation, and what becomes of what the register has of them when they leave. */
@ObjectType({
  simpleResolvers: true,
  description:
    'Somebody who is something to an organisation, and what becomes of what the register has of them when they leave.',
})
export class Predecessor {
  @Field(() => ID, { description: 'The UUID of what they are to the organisation.' })
  affiliationId!: string;

  @Field(() => ID, { description: 'The UUID of the person.' })
  personId!: string;

  @Field(() => String, { description: 'What they are called.' })
  personName!: string;

  @Field(() => AffiliationRole, { description: 'What they are.' })
  role!: AffiliationRole;

  @Field(() => String, { nullable: true, description: 'What they call it themselves.' })
  title!: string | null;

  @Field(() => Boolean, { description: 'Whether it is them, as far as one can tell.' })
  isSuggested!: boolean;

  @Field(() => [Purpose], { description: 'The consents of theirs that end with it.' })
  endsConsents!: Purpose[];

  @Field(() => Int, { description: 'How many ways to reach them are taken out with it.' })
  retiresContacts!: number;

  @Field(() => Boolean, {
    description: 'Whether nothing else holds them in the register, so that they are archived.',
  })
  isArchived!: boolean;
}
