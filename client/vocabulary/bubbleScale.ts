/** The smallest circle one can see and press. */
const smallest = 2.5;

/**
 * Boblemål. The radius of a count's circle: its area follows the count, so twice as many is twice as much ink. Only the
 * very smallest are lifted to what can be seen.
 */
export function bubbleScale(
  largestCount: number,
  largestRadius: number,
): (count: number) => number {
  const perHit = largestRadius / Math.sqrt(Math.max(largestCount, 1));
  return (count) => Math.max(smallest, perHit * Math.sqrt(Math.max(count, 0)));
}

/** Round counts for the legend: the largest, and one that is about a quarter and one that is about a twentieth of it. */
export function legendCounts(largestCount: number): number[] {
  const round = (count: number) => {
    const step = 10 ** Math.max(0, Math.floor(Math.log10(count)));
    return Math.max(1, Math.round(count / step) * step);
  };
  return [...new Set([largestCount, round(largestCount / 4), round(largestCount / 20)])].filter(
    (count) => count >= 1 && count <= largestCount,
  );
}
