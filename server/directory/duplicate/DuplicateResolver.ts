import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Mutation, Query, Resolver } from 'type-graphql';

import { PageArguments } from '#schema/common/PageArguments.ts';
import { DuplicatePairConnection } from '#schema/directory/duplicate/DuplicatePair.ts';
import { PossibleDuplicate } from '#schema/directory/duplicate/PossibleDuplicate.ts';
import type { Context } from '#server/context.ts';
import { DecideDuplicateInput, dismissDuplicate, reviveDuplicate } from './decideDuplicate.ts';
import { DuplicateFilter, listDuplicates } from './listDuplicates.ts';
import { possibleDuplicates, PossibleDuplicatesInput } from './possibleDuplicates.ts';

@ArgsType()
class DuplicatesArguments extends PageArguments {
  @Field(() => DuplicateFilter, { description: 'What narrows the list.' })
  filter!: DuplicateFilter;
}

const decision = {
  validate: false,
  description: 'Which two, and why.',
};

const refusals =
  'For those who look after the register, in their scope. NOT_FOUND: one of them is none that the viewer may see. FORBIDDEN: not both are in their scope. INVALID_INPUT: `otherId: SAME_AS_SURVIVOR`.';

/** How duplicates are asked for, and what is said of them. */
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

  @Query(() => DuplicatePairConnection, {
    description:
      'Pairs that may be the same, the likeliest first, of which one is in the viewer’s scope. INVALID_INPUT: `trust: UNKNOWN_TRUST`, `area: UNKNOWN`.',
  })
  duplicates(
    @Args(() => DuplicatesArguments, { validate: false }) args: DuplicatesArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listDuplicates(context, info, args);
  }

  @Mutation(() => ID, {
    description: `Ikke den samme. Remembers for ever that two are not the same, and gives the pair. ${refusals}`,
  })
  dismissDuplicate(
    @Arg('input', () => DecideDuplicateInput, decision) input: DecideDuplicateInput,
    @Ctx() context: Context,
  ) {
    return dismissDuplicate(context, input);
  }

  @Mutation(() => ID, {
    description: `Likevel kanskje den samme. Takes back that two are not the same, and gives the pair. ${refusals} CONFLICT (NOT_DECIDED): nobody has said so.`,
  })
  reviveDuplicate(
    @Arg('input', () => DecideDuplicateInput, decision) input: DecideDuplicateInput,
    @Ctx() context: Context,
  ) {
    return reviveDuplicate(context, input);
  }
}
