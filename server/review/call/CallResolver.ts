import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Mutation, Query, Resolver } from 'type-graphql';

import { WorkClaim } from '#schema/directory/work/WorkItem.ts';
import { CallListItem, CallListPage } from '#schema/review/call/CallListItem.ts';
import { CallReason } from '#schema/review/call/CallReason.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import type { Context } from '#server/context.ts';
import { CallInput, claimCall } from './claimCall.ts';
import { noteCall } from './noteCall.ts';
import { NoteCallInput } from './NoteCallInput.ts';
import { readCallerLanguages } from './readCallerLanguages.ts';
import { readCallItem, readCallList } from './readCallList.ts';
import { releaseCall } from './releaseCall.ts';
import { setCallerLanguages, SetCallerLanguagesInput } from './setCallerLanguages.ts';
import { undoCall, UndoCallInput } from './undoCall.ts';

@ArgsType()
class CallListArguments {
  @Field(() => ID, { nullable: true, description: 'Of this round alone: its UUID.' })
  roundId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whom this trust follows up: its UUID.' })
  trustId?: string | null;

  @Field(() => ID, { nullable: true, description: 'In this municipality: its code.' })
  municipality?: string | null;

  @Field(() => String, { nullable: true, description: 'Written to in this language: its code.' })
  language?: string | null;

  @Field(() => [CallReason], { nullable: true, description: 'For these reasons alone.' })
  reasons?: CallReason[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Also those who may still answer a letter: it has been out for a short time.',
  })
  isEarly?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Those alone who have asked to be rung at a time that has not come.',
  })
  isLater?: boolean | null;

  @Field(() => Int, { defaultValue: 50, description: 'How many, at most 100.' })
  first?: number;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of a page.' })
  after?: string | null;
}

const which = { description: 'Which.', validate: false };

/** How organisations are rung that do not answer a round. */
@Resolver()
export class CallResolver {
  @Query(() => CallListPage, {
    description:
      'Ringelisten. Organisations of open rounds that have not answered, that what was sent came back from, or that there is no address to, within the viewer’s scope. ' +
      'Whoever wants to be left alone is not on it. INVALID_INPUT: `first: FROM_1_TO_100`; `after: NOT_A_CURSOR_OF_THIS_LIST`.',
  })
  callList(
    @Args(() => CallListArguments, { validate: false }) args: CallListArguments,
    @Ctx() context: Context,
  ): Promise<CallListPage> {
    return readCallList(context, args);
  }

  @Query(() => CallListItem, {
    nullable: true,
    description: 'One of them; null where it is not on the list any more.',
  })
  callListItem(
    @Arg('requestId', () => ID, { description: 'The UUID of the request.' }) requestId: string,
    @Ctx() context: Context,
  ): Promise<CallListItem | null> {
    return readCallItem(context, requestId);
  }

  @Query(() => [Language], {
    description: 'The languages that the viewer has said they speak on the telephone.',
  })
  callerLanguages(@Ctx() context: Context): Promise<Language[]> {
    return readCallerLanguages(context);
  }

  @Mutation(() => WorkClaim, {
    description:
      'Jeg ringer. Says that one is ringing an organisation, for an hour; again for another. NOT_FOUND: no such request. FORBIDDEN: not theirs to ring. ' +
      'CONFLICT with reason `TAKEN`: somebody else is; `changes` say `by` whom and `until` when.',
  })
  claimCall(@Arg('input', () => CallInput, which) input: CallInput, @Ctx() context: Context) {
    return claimCall(context, input);
  }

  @Mutation(() => Boolean, {
    description:
      'Slippe. Leaves it for somebody else; whether there was anything to leave. NOT_FOUND. FORBIDDEN.',
  })
  releaseCall(@Arg('input', () => CallInput, which) input: CallInput, @Ctx() context: Context) {
    return releaseCall(context, input);
  }

  @Mutation(() => ID, {
    description:
      'Notere en samtale. Says what came of it; gives the request. What was read out is verified by telephone. NOT_FOUND: no such request. FORBIDDEN: not theirs to ring. ' +
      'INVALID_INPUT: `groups: REQUIRED` or `NOT_OF_SUCH`, `againAt: REQUIRED`, `IN_THE_PAST` or `TOO_FAR_AHEAD`, `contactPointId: REQUIRED` or `UNKNOWN`, `note: TOO_LONG` or `NATIONAL_IDENTITY_NUMBER_IN_TEXT`, `id: NOT_A_UUID`. ' +
      'CONFLICT with reason `TAKEN`: somebody else is ringing; `ID_IS_TAKEN`: another call has that identifier.',
  })
  noteCall(
    @Arg('input', () => NoteCallInput, { description: 'What came of it.', validate: false })
    input: NoteCallInput,
    @Ctx() context: Context,
  ) {
    return noteCall(context, input);
  }

  @Mutation(() => ID, {
    description:
      'Angre en samtale. Takes back what was noted and what came of it; gives the request. NOT_FOUND: no such call. FORBIDDEN: somebody else noted it.',
  })
  undoCall(
    @Arg('input', () => UndoCallInput, which) input: UndoCallInput,
    @Ctx() context: Context,
  ) {
    return undoCall(context, input);
  }

  @Mutation(() => [Language], {
    description:
      'Språk jeg kan ringe på. Says which languages one speaks oneself, in place of what one said before. INVALID_INPUT: `codes: UNKNOWN_CODE` or `AT_MOST_20_VALUES`.',
  })
  async setCallerLanguages(
    @Arg('input', () => SetCallerLanguagesInput, {
      description: 'All of them.',
      validate: false,
    })
    input: SetCallerLanguagesInput,
    @Ctx() context: Context,
  ): Promise<Language[]> {
    await setCallerLanguages(context, input);
    return readCallerLanguages(context);
  }
}
