import { Field, ID, InputType, Int } from 'type-graphql';

import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';

/** For whom a deadline is. */
@InputType()
export abstract class DeadlineFor {
  @Field(() => ID, {
    nullable: true,
    description:
      'The UUID of the health trust whose organisations it is for; every trust where it is left out.',
  })
  trustId?: string | null;

  @Field(() => OrganisationKind, {
    nullable: true,
    description: 'The kind of organisations it is for; every kind where it is left out.',
  })
  kind?: OrganisationKind | null;
}

@InputType({ description: 'A deadline that might be set, or taken away.' })
export class DeadlineInput extends DeadlineFor {
  @Field(() => Int, {
    nullable: true,
    description: 'Months from a verification until it is due: from 6 to 36; left out: none is set.',
  })
  months?: number | null;
}

@InputType({ description: 'A deadline to set.' })
export class SetReviewDeadlineInput extends DeadlineFor {
  @Field(() => Int, {
    description: 'Months from a verification until it is due: from 6 to 36.',
  })
  months!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'What stood there when it was looked at; left out where none was set.',
  })
  seen?: number | null;
}

@InputType({ description: 'A deadline to take away.' })
export class RemoveReviewDeadlineInput extends DeadlineFor {
  @Field(() => Int, { description: 'What stood there when it was looked at.' })
  seen!: number;
}
