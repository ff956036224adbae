import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';

import { ProgressBy } from '#schema/review/progress/ProgressBy.ts';
import { RoundAnnex } from '#schema/review/progress/RoundAnnex.ts';
import { RoundDifference } from '#schema/review/progress/RoundDifference.ts';
import { RoundProgress } from '#schema/review/progress/RoundProgress.ts';
import { TrustStanding } from '#schema/review/progress/TrustStanding.ts';
import type { Context } from '#server/context.ts';
import { readAnnex } from './readAnnex.ts';
import { readDifference } from './readDifference.ts';
import { readProgress } from './readProgress.ts';
import { standingsOf } from './readStandings.ts';
import {
  signOffRound,
  SignOffRoundInput,
  takeBackSignOff,
  TakeBackSignOffInput,
} from './signOffRound.ts';

const input = (description: string) => ({ description, validate: false });
const round = { description: 'The UUID of the round.' };

/** How far a round has come, what has come of it, and who stands for that. */
@Resolver()
export class ProgressResolver {
  @Query(() => RoundProgress, {
    description:
      'Fremdrift. How far a round has come, within the viewer’s trusts, told apart by one thing. NOT_FOUND: no such round.',
  })
  reviewProgress(
    @Arg('roundId', () => ID, round) roundId: string,
    @Arg('by', () => ProgressBy, { description: 'By what.' }) by: ProgressBy,
    @Ctx() context: Context,
    @Arg('trustId', () => ID, { nullable: true, description: 'Of this trust alone: its UUID.' })
    trustId?: string | null,
  ): Promise<RoundProgress> {
    return readProgress(context, { roundId, by, trustId: trustId ?? null });
  }

  @Query(() => [TrustStanding], {
    description:
      'Hvor foretakene står. What each of the viewer’s trusts would sign for, what is missing, and who has signed; by name. NOT_FOUND: no such round.',
  })
  reviewStandings(
    @Arg('roundId', () => ID, round) roundId: string,
    @Ctx() context: Context,
  ): Promise<TrustStanding[]> {
    return standingsOf(context, roundId);
  }

  @Query(() => RoundDifference, {
    description:
      'Endringer mellom to utgaver. From the start of a round to its end, until today where it is open; or from the end of an earlier round. ' +
      'NOT_FOUND: no such round. INVALID_INPUT: `first: FROM_1_TO_100`; `after: NOT_A_CURSOR_OF_THIS_LIST`; `sinceId: NOT_EARLIER`.',
  })
  reviewDifference(
    @Arg('roundId', () => ID, round) roundId: string,
    @Ctx() context: Context,
    @Arg('sinceId', () => ID, {
      nullable: true,
      description: 'The UUID of an earlier round, closed before this one was opened.',
    })
    sinceId?: string | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, at most 100.' })
    first = 50,
    @Arg('after', () => String, { nullable: true, description: 'The `endCursor` of a page.' })
    after?: string | null,
  ): Promise<RoundDifference> {
    return readDifference(context, {
      roundId,
      sinceId: sinceId ?? null,
      first,
      after: after ?? null,
    });
  }

  @Query(() => RoundAnnex, {
    description:
      'Vedlegg. The overview of one trust, as it was when the round was closed, or is today; at most 2,000 organisations. NOT_FOUND: no such round.',
  })
  reviewAnnex(
    @Arg('roundId', () => ID, round) roundId: string,
    @Ctx() context: Context,
    @Arg('trustId', () => ID, {
      nullable: true,
      description: 'The UUID of the trust; without, those that no trust answers for.',
    })
    trustId?: string | null,
  ): Promise<RoundAnnex> {
    return readAnnex(context, roundId, trustId ?? null);
  }

  @Mutation(() => [TrustStanding], {
    description:
      'Godkjenne. Signs for what a round has come to in a trust, with the figures that one saw; answers as `reviewStandings`. ' +
      'NOT_FOUND: no such round, or the trust has no part in it. FORBIDDEN: not all of the trust is theirs. INVALID_INPUT: `note: TOO_LONG`, `NATIONAL_IDENTITY_NUMBER_IN_TEXT`. ' +
      'CONFLICT with reason `ALREADY_SIGNED` or `COUNTS_CHANGED`: somebody has answered since.',
  })
  async signOffRound(
    @Arg('input', () => SignOffRoundInput, input('For what.')) given: SignOffRoundInput,
    @Ctx() context: Context,
  ): Promise<TrustStanding[]> {
    await signOffRound(context, given);
    return standingsOf(context, given.roundId);
  }

  @Mutation(() => [TrustStanding], {
    description:
      'Trekke en godkjenning. The trust stands for it no more; answers as `reviewStandings`. NOT_FOUND: no such round, or nobody has signed. FORBIDDEN: not all of the trust is theirs.',
  })
  async takeBackSignOff(
    @Arg('input', () => TakeBackSignOffInput, input('Which.')) given: TakeBackSignOffInput,
    @Ctx() context: Context,
  ): Promise<TrustStanding[]> {
    await takeBackSignOff(context, given);
    return standingsOf(context, given.roundId);
  }
}
