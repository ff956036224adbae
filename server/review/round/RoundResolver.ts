import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';

import { ProgressBy } from '#schema/review/progress/ProgressBy.ts';
import { ReviewRequest, ReviewRequestPage } from '#schema/review/round/ReviewRequest.ts';
import { ReviewRequestState } from '#schema/review/round/ReviewRequestState.ts';
import { ReviewHindrance } from '#schema/review/round/ReviewHindrance.ts';
import { ReviewRound } from '#schema/review/round/ReviewRound.ts';
import { HinderedPage, RoundDryRun } from '#schema/review/round/RoundDryRun.ts';
import type { Context } from '#server/context.ts';
import { closeRound, CloseReviewRoundInput } from './closeRound.ts';
import { createRound } from './createRound.ts';
import { dryRunHindered, dryRunRound } from './dryRunRound.ts';
import { cancelRound, editRound } from './editRound.ts';
import { openRound, OpenReviewRoundInput } from './openRound.ts';
import { readRequest, readRequests } from './readRequests.ts';
import { readRound, readRounds } from './readRounds.ts';
import {
  CancelReviewRoundInput,
  CreateReviewRoundInput,
  EditReviewRoundInput,
} from './RoundInput.ts';

const input = (description: string) => ({ description, validate: false });

const refusals =
  'NOT_FOUND: no such round. FORBIDDEN: not theirs to run. CONFLICT with reason `NOT_A_DRAFT` or `STALE_VERSION`.';

/** How a round is made and put away, and those whom it asks are read. */
@Resolver()
export class RoundResolver {
  @Query(() => [ReviewRound], {
    description: 'Oppdateringsrunder, the latest first. Drafts are for those who make rounds.',
  })
  reviewRounds(@Ctx() context: Context): Promise<ReviewRound[]> {
    return readRounds(context);
  }

  @Query(() => ReviewRound, {
    nullable: true,
    description: 'Oppdateringsrunde. One of them; null where there is none for the viewer.',
  })
  reviewRound(
    @Arg('id', () => ID, { description: 'Its UUID.' }) id: string,
    @Ctx() context: Context,
  ): Promise<ReviewRound | null> {
    return readRound(context, id);
  }

  @Query(() => ReviewRequestPage, {
    description:
      'Forespørsler. Whom a round asks, of the viewer’s trusts, by name. INVALID_INPUT: `first: FROM_1_TO_100`, `key: UNKNOWN`.',
  })
  reviewRequests(
    @Arg('roundId', () => ID, { description: 'The UUID of the round.' }) roundId: string,
    @Ctx() context: Context,
    @Arg('states', () => [ReviewRequestState], {
      nullable: true,
      description: 'Only those that stand so.',
    })
    states?: ReviewRequestState[] | null,
    @Arg('trustId', () => ID, {
      nullable: true,
      description: 'Only those that this health trust follows up.',
    })
    trustId?: string | null,
    @Arg('by', () => ProgressBy, {
      nullable: true,
      description: 'Only those of one row of `reviewProgress`: by what it is told apart …',
    })
    by?: ProgressBy | null,
    @Arg('key', () => ID, {
      nullable: true,
      description: '… and its `key`; without one, those of whom it is not known.',
    })
    key?: string | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, at most 100.' })
    first = 50,
    @Arg('after', () => ID, { nullable: true, description: 'The UUID of the last one seen.' })
    after?: string | null,
  ): Promise<ReviewRequestPage> {
    return readRequests(context, {
      roundId,
      states: states ?? null,
      trustId: trustId ?? null,
      by: by ?? null,
      key: key ?? null,
      first,
      after: after ?? null,
    });
  }

  @Query(() => ReviewRequest, {
    description: 'Forespørsel. One of them. NOT_FOUND: none of the viewer’s trusts.',
  })
  reviewRequest(
    @Arg('id', () => ID, { description: 'Its UUID.' }) id: string,
    @Ctx() context: Context,
  ): Promise<ReviewRequest> {
    return readRequest(context, id);
  }

  @Mutation(() => ReviewRound, {
    description:
      'Lage en oppdateringsrunde. Makes a draft; nobody is written to. FORBIDDEN: who does not sign in. CONFLICT: ID_IS_TAKEN. ' +
      'INVALID_INPUT: `name` and `signedBy: REQUIRED`, `TOO_LONG`, `NOT_ONE_LINE`; `opensOn: IN_THE_PAST`; `dueOn: MUST_BE_AFTER_OPENING`, `AT_MOST_300_DAYS`; ' +
      '`reminderDays: TOO_MANY`, `A_WEEK_APART`, `AFTER_DUE_DATE`; `lastCallDays: OUT_OF_RANGE`; `texts: TWICE`, `NATIONAL_IDENTITY_NUMBER_IN_TEXT`; ' +
      '`search: REQUIRED`, `ONE_OF_TWO`, `FINDS_NO_ORGANISATIONS`; `audienceId: UNKNOWN`, `IS_ARCHIVED`, `IS_BROKEN`; and what `saveAudience` says of a search.',
  })
  async createReviewRound(
    @Arg('input', () => CreateReviewRoundInput, input('What.')) given: CreateReviewRoundInput,
    @Ctx() context: Context,
  ): Promise<ReviewRound | null> {
    return readRound(context, await createRound(context, given));
  }

  @Mutation(() => ReviewRound, {
    description: `Endre en oppdateringsrunde. Changes a draft. ${refusals} INVALID_INPUT as in \`createReviewRound\`.`,
  })
  async editReviewRound(
    @Arg('input', () => EditReviewRoundInput, input('What.')) given: EditReviewRoundInput,
    @Ctx() context: Context,
  ): Promise<ReviewRound | null> {
    return readRound(context, await editRound(context, given));
  }

  @Mutation(() => ReviewRound, {
    description: `Avlyse en oppdateringsrunde. Puts a draft away; it can still be read. ${refusals}`,
  })
  async cancelReviewRound(
    @Arg('input', () => CancelReviewRoundInput, input('Which.')) given: CancelReviewRoundInput,
    @Ctx() context: Context,
  ): Promise<ReviewRound | null> {
    return readRound(context, await cancelRound(context, given));
  }

  @Query(() => RoundDryRun, {
    description:
      'Prøvekjøring. How many would be asked in which language by which way, who would not and why. Nothing is written. NOT_FOUND, FORBIDDEN.',
  })
  dryRunReviewRound(
    @Arg('id', () => ID, { description: 'The UUID of the round.' }) id: string,
    @Ctx() context: Context,
  ): Promise<RoundDryRun> {
    return dryRunRound(context, id);
  }

  @Query(() => HinderedPage, {
    description:
      'Who would not be written to, and why, by name. NOT_FOUND, FORBIDDEN. INVALID_INPUT: `first: FROM_1_TO_100`, `offset: NEGATIVE`.',
  })
  dryRunHindered(
    @Arg('id', () => ID, { description: 'The UUID of the round.' }) id: string,
    @Ctx() context: Context,
    @Arg('hindrance', () => ReviewHindrance, { nullable: true, description: 'Only for this.' })
    hindrance?: ReviewHindrance | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, at most 100.' })
    first = 50,
    @Arg('offset', () => Int, { defaultValue: 0, description: 'How many before these.' })
    offset = 0,
  ): Promise<HinderedPage> {
    return dryRunHindered(context, id, { hindrance: hindrance ?? null, first, offset });
  }

  @Mutation(() => ReviewRound, {
    description:
      'Åpne en oppdateringsrunde. It is under way from now on: letters go out from its first day, which is today where it has passed. ' +
      `How far the queue has come: \`queuedCount\`, \`queuedAt\`. ${refusals} Also: \`DUE_DATE_HAS_PASSED\`, \`IS_BROKEN\`.`,
  })
  async openReviewRound(
    @Arg('input', () => OpenReviewRoundInput, input('Which.')) given: OpenReviewRoundInput,
    @Ctx() context: Context,
  ): Promise<ReviewRound | null> {
    return readRound(context, await openRound(context, given));
  }

  @Mutation(() => ReviewRound, {
    description:
      'Lukke en oppdateringsrunde. Nobody is written to any more; what comes late is kept. NOT_FOUND: no such round. FORBIDDEN: not theirs to run. ' +
      'CONFLICT with reason `NOT_OPEN`, `STILL_QUEUEING` or `STALE_VERSION`.',
  })
  async closeReviewRound(
    @Arg('input', () => CloseReviewRoundInput, input('Which.')) given: CloseReviewRoundInput,
    @Ctx() context: Context,
  ): Promise<ReviewRound | null> {
    return readRound(context, await closeRound(context, given));
  }
}
