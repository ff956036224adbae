import { ReviewRequestState } from '#schema/review/round/ReviewRequestState.ts';
import type { RoundFigures } from '#schema/review/progress/RoundFigures.ts';

/** So many requests that are in one state, and were sent or not. */
export interface Counted {
  readonly state: ReviewRequestState;
  readonly wasSent: boolean;
  readonly count: number;
}

const states = Object.values(ReviewRequestState);

/** Legger sammen. What was counted state by state, as the figures of a round. */
export function figuresOf(counted: Iterable<Counted>): RoundFigures {
  const figures = Object.fromEntries(states.map((state) => [state, 0])) as Record<
    ReviewRequestState,
    number
  >;
  let [total, sent] = [0, 0];
  for (const { state, wasSent, count } of counted) {
    figures[state] += count;
    total += count;
    if (wasSent) sent += count;
  }
  return { ...figures, total, sent };
}

/** How many have said something: these are what a trust signs for. */
export const answeredIn = ({
  confirmed,
  changed,
  declined,
}: Pick<RoundFigures, 'confirmed' | 'changed' | 'declined'>): number =>
  confirmed + changed + declined;
