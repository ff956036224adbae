import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';

import { ReviewLetters } from '#schema/review/letter/ReviewLetters.ts';
import type { Context } from '#server/context.ts';
import { noteLettersSent, NoteLettersSentInput } from './noteLettersSent.ts';
import { readLetters } from './readLetters.ts';

/** Letters of a round that go by post. They are printed from `POST /letters/round/<id>`. */
@Resolver()
export class LetterResolver {
  @Query(() => ReviewLetters, {
    description:
      'Brev på papir. How many letters of a round are to be printed, and how many are; of the viewer’s trusts. NOT_FOUND, FORBIDDEN.',
  })
  reviewLetters(
    @Arg('roundId', () => ID, { description: 'The UUID of the round.' }) roundId: string,
    @Ctx() context: Context,
  ): Promise<ReviewLetters> {
    return readLetters(context, roundId);
  }

  @Mutation(() => ReviewLetters, {
    description:
      'Markere brev som sendt. Those that were printed are in the post. NOT_FOUND: no such round. FORBIDDEN: not theirs to run. ' +
      'CONFLICT with reason `NOT_OPEN` or `NO_PRINTED_LETTERS`: none is printed that is not noted as sent already.',
  })
  async noteLettersSent(
    @Arg('input', () => NoteLettersSentInput, { description: 'Of which round.', validate: false })
    given: NoteLettersSentInput,
    @Ctx() context: Context,
  ): Promise<ReviewLetters> {
    return readLetters(context, await noteLettersSent(context, given));
  }
}
