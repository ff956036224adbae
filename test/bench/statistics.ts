/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error('No values have no median');
  return (low + high) / 2;
}

/** The value that this share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('No values have no quantile');
  return value;
}

/**
 * How many times as fast one is as the other: the median of the rounds' ratios. Within a round the two ran just after each other, so what
 * the machine did meanwhile befell both.
 */
export function medianRatio(ours: readonly number[], theirs: readonly number[]): number {
  if (ours.length !== theirs.length) throw new Error('Each round has both');
  return median(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
}

/** How time grows with size: the exponent k of time = c · size^k, fitted by least squares on logarithms. */
export function growthExponent(
  points: readonly { readonly size: number; readonly time: number }[],
): number {
  const logs = points.map(({ size, time }) => ({ x: Math.log(size), y: Math.log(time) }));
  const mean = (of: (log: { x: number; y: number }) => number) =>
    logs.reduce((sum, log) => sum + of(log), 0) / logs.length;
  const [x, y] = [mean((log) => log.x), mean((log) => log.y)];
  const slope = mean((log) => (log.x - x) * (log.y - y)) / mean((log) => (log.x - x) ** 2);
  if (!Number.isFinite(slope)) throw new Error('Growth takes two sizes');
  return slope;
}
