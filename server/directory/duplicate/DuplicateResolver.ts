import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';

import { PossibleDuplicate } from '#schema/directory/duplicate/PossibleDuplicate.ts';
import type { Context } from '#server/context.ts';
import { possibleDuplicates, PossibleDuplicatesInput } from './possibleDuplicates.ts';

/** How duplicates are asked for. */
@Resolver()
export class DuplicateResolver {
  @Query(() => [PossibleDuplicate], {
    description:
      'The records that may be what somebody is about to enter, the likeliest first, five at most. A person’s contact values are compared only where the viewer might read them: ' +
      'for the purpose that the operation states (`@purpose`), with the person’s consent, in the viewer’s scope; that is a read and is logged.',
  })
  possibleDuplicates(
    @Arg('input', () => PossibleDuplicatesInput, {
      validate: false,
      description: 'What is known of it so far.',
    })
    input: PossibleDuplicatesInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return possibleDuplicates(context, info, input);
  }
}
