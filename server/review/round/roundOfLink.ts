import type { ReviewAsks } from '#schema/review/round/ReviewAsks.ts';
import type { ReviewRoundState } from '#schema/review/round/ReviewRoundState.ts';
import type { Asking } from '#server/access/AccessSettings.ts';

/** What of a round those see who came by one of its links. */
export interface RoundOfLink {
  readonly asks: ReviewAsks;
  readonly state: ReviewRoundState;
}

/** Runden som en lenke hører til; that which it stands in for too. Null where somebody sent it by hand. */
export async function roundOfLink(pool: Asking, linkId: string): Promise<RoundOfLink | null> {
  const { rows } = await pool.query<RoundOfLink>({
    name: 'round of a link',
    text: `select r.asks, r.state from personal_link l join review_request q on q.link_id in (l.id, l.renews_id)
      join review_round r on r.id = q.round_id where l.id = $1`,
    values: [linkId],
  });
  return rows[0] ?? null;
}
