import { ArgsType, Field } from 'type-graphql';

import { LocalDate } from '#schema/common/LocalDate.ts';

/** What is asked as of a day. */
@ArgsType()
export class AsOfArguments {
  @Field(() => LocalDate, { nullable: true, description: 'The day; today if left out.' })
  asOf?: string | null;
}
