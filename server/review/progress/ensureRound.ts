import { ReviewRound } from '#schema/review/round/ReviewRound.ts';
import type { ReviewRoundState } from '#schema/review/round/ReviewRoundState.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { NotFound } from '#server/problems.ts';

/** What of a round the figures about it hang on. */
export interface KnownRound {
  readonly id: string;
  readonly name: string;
  readonly state: ReviewRoundState;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
}

/** Finner en runde. Throws NOT_FOUND. */
export async function ensureRound(
  { database }: Pick<Context, 'database'>,
  id: string,
): Promise<KnownRound> {
  const { rows } = await database.pool.query<KnownRound>({
    name: 'a round',
    text: `select id, name, state, opened_at as "openedAt", closed_at as "closedAt" from review_round where id = $1`,
    values: [isUuid(id) ? id : null],
  });
  if (!rows[0]) throw new NotFound(ReviewRound.name);
  return rows[0];
}
