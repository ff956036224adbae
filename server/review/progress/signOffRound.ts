import { Field, ID, InputType, Int } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import type { TrustStanding } from '#schema/review/progress/TrustStanding.ts';
import { ensure } from '#server/access/ensure.ts';
import { holdsNationalId } from '#server/common/holdsNationalId.ts';
import { inTransaction, type Run } from '#server/common/inTransaction.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';
import { Conflict, InvalidInput, NotFound } from '#server/problems.ts';
import { ensureRound } from './ensureRound.ts';
import { readStandings } from './readStandings.ts';

@InputType({ description: 'That somebody stands for what a round has come to in a trust.' })
export class SignOffRoundInput {
  @Field(() => ID, { description: 'The UUID of the round.' })
  roundId!: string;

  @Field(() => ID, { description: 'The UUID of the health trust.' })
  trustId!: string;

  @Field(() => Int, { description: 'How many had answered, as one saw it.' })
  answered!: number;

  @Field(() => Int, { description: 'How many the round was about, as one saw it.' })
  total!: number;

  @Field(() => Text, {
    nullable: true,
    description: 'What is to be known about it: at most 500 characters.',
  })
  note?: string | null;
}

@InputType({ description: 'A signature to take back.' })
export class TakeBackSignOffInput {
  @Field(() => ID, { description: 'The UUID of the round.' })
  roundId!: string;

  @Field(() => ID, { description: 'The UUID of the health trust.' })
  trustId!: string;
}

const LONGEST_NOTE = 500;

/** Whoever keeps the register of all that a trust answers for signs for it. */
const maySignOff = (_viewer: unknown, { viewerMaySign }: TrustStanding): boolean => viewerMaySign;

/**
 * Godkjenne. Signs, for one trust, for the figures that one saw: they are kept with the signature, and if they are others by now nothing is signed.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (ALREADY_SIGNED, COUNTS_CHANGED).
 */
export async function signOffRound(context: Context, input: SignOffRoundInput): Promise<string> {
  const { roundId, trustId, answered, total, note } = input;
  await ensureRound(context, roundId);
  await inTransaction(context.database.pool, async (run) => {
    const standing = await standingOf(context, run, input);
    ensure(maySignOff, context.viewer, standing);
    if ((note?.length ?? 0) > LONGEST_NOTE) throw new InvalidInput({ note: 'TOO_LONG' });
    if (note && holdsNationalId(note))
      throw new InvalidInput({ note: 'NATIONAL_IDENTITY_NUMBER_IN_TEXT' });
    if (standing.signOff) throw new Conflict('ALREADY_SIGNED');
    if (standing.answered !== answered || standing.figures.total !== total) {
      throw new Conflict('COUNTS_CHANGED');
    }
    const [made] = await run(
      `insert into review_sign_off (round_id, trust_id, by_id, at, note, answered, total) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict do nothing returning at`,
      [roundId, trustId, context.viewer?.id, context.now, note || null, answered, total],
    );
    if (!made) throw new Conflict('ALREADY_SIGNED');
    const fields = [{ field: 'signedFor', before: null, after: standing.trustName }];
    const record = { record: 'review_round', id: roundId, fields };
    await logChange(run, context, { verb: 'signOffRound', reason: note ?? null }, record);
  });
  return trustId;
}

/**
 * Trekke godkjenningen. The trust stands for it no more; that it did, and who says that it does not, stay in the change log.
 *
 * Throws NOT_FOUND, FORBIDDEN.
 */
export async function takeBackSignOff(
  context: Context,
  input: TakeBackSignOffInput,
): Promise<string> {
  await ensureRound(context, input.roundId);
  await inTransaction(context.database.pool, async (run) => {
    const standing = await standingOf(context, run, input);
    ensure(maySignOff, context.viewer, standing);
    const [takenBack] = await run(
      `update review_sign_off set taken_back_at = $3 where round_id = $1 and trust_id = $2 and taken_back_at is null
       returning at`,
      [input.roundId, input.trustId, context.now],
    );
    if (!takenBack) throw new NotFound('RoundSignOff');
    const fields = [{ field: 'signedFor', before: standing.trustName, after: null }];
    const record = { record: 'review_round', id: input.roundId, fields };
    await logChange(run, context, { verb: 'takeBackSignOff' }, record);
  });
  return input.trustId;
}

async function standingOf(
  context: Context,
  run: Run,
  { roundId, trustId }: TakeBackSignOffInput,
): Promise<TrustStanding> {
  const [standing] = isUuid(trustId) ? await readStandings(context, run, roundId, trustId) : [];
  if (!standing) throw new NotFound('TrustStanding');
  return standing;
}
