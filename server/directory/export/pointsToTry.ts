import type { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { ExportedPoint } from './Exported.ts';

/** In the order to try them: those that work, those never tried, those that failed; each in the register's own order. */
const rank = ({ bouncedOn, lastWorkedOn, position }: ExportedPoint): number =>
  (bouncedOn ? 2 : lastWorkedOn ? 0 : 1) * 1000 + position;

/** Those of some channels, the best first; what failed is left out where there is something else. */
export function pointsToTry(
  points: readonly ExportedPoint[],
  channels: readonly ContactChannel[],
): ExportedPoint[] {
  const inOrder = points
    .filter(({ channel }) => channels.includes(channel))
    .toSorted((one, other) => rank(one) - rank(other));
  const hopeful = inOrder.filter(({ bouncedOn }) => bouncedOn === null);
  return hopeful.length ? hopeful : inOrder;
}
