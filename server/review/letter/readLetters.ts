import type { ReviewLetters } from '#schema/review/letter/ReviewLetters.ts';
import { ensure } from '#server/access/ensure.ts';
import { areasOf } from '#server/access/scope.ts';
import type { Context } from '#server/context.ts';
import { findRound } from '#server/review/round/readRounds.ts';
import { mayRunRound } from '#server/review/round/roundRules.ts';
import { isDue, MOST_LETTERS, unsent, writable } from './letterSql.ts';

/** Brev på papir. How many letters of a round are to be printed, and how many are, of the viewer's trusts. Throws NOT_FOUND, FORBIDDEN. */
export async function readLetters(context: Context, roundId: string): Promise<ReviewLetters> {
  ensure(mayRunRound, context.viewer, await findRound(context, roundId));
  const { rows } = await context.database.pool.query<Omit<ReviewLetters, 'most'>>({
    name: 'letters on paper',
    text: `select count(*) filter (where m.printed_at is null and ${isDue})::integer as waiting, count(m.printed_at)::integer as printed
      from ${writable} join ${unsent} where q.round_id = $3`,
    values: [areasOf(context.viewer.scope), context.today, roundId],
  });
  const { waiting = 0, printed = 0 } = rows[0] ?? {};
  return { waiting, printed, most: MOST_LETTERS };
}
