import { ArgsType, Field } from 'type-graphql';

import { PageArguments } from '#schema/common/PageArguments.ts';

/** What a list of affiliations takes. */
@ArgsType()
export class AffiliationArguments extends PageArguments {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'True: those that hold today. False: the others. Null: all.',
  })
  current?: boolean | null;
}
