import { type FragmentOf, graphql, readFragment, type ResultOf } from '#client/graphql.ts';
import { canBePressed, contactLink } from './contactLink.ts';

/** What it takes to know whether, and in which order, to try a contact point. */
export const contactOrder_point = graphql(`
  fragment contactOrder_point on ContactPoint {
    id
    channel
    value
    isMasked
    position
    lastWorkedOn
    bouncedOn
  }
`);

type Point = ResultOf<typeof contactOrder_point>;

/** Kanal. A means of reaching somebody, as the API names it. */
export type ContactChannel = Point['channel'];

/** Tilstand. Whether a contact point is known to work, has never been tried, or failed when last tried. */
export type ContactState = 'works' | 'untried' | 'bounced';

const states: readonly ContactState[] = ['works', 'untried', 'bounced'];

/** Bounced wins: the register clears it when the point works again. */
export function contactState(point: Pick<Point, 'lastWorkedOn' | 'bouncedOn'>): ContactState {
  if (point.bouncedOn) return 'bounced';
  return point.lastWorkedOn ? 'works' : 'untried';
}

/** In the order to try them: those that work, those never tried, those that failed; each in the register's own order. */
export function inContactOrder<Masked extends FragmentOf<typeof contactOrder_point>>(
  points: readonly Masked[],
): Masked[] {
  const rank = (masked: Masked) => {
    const point = readFragment(contactOrder_point, masked);
    return states.indexOf(contactState(point)) * 1000 + point.position;
  };
  return points.toSorted((a, b) => rank(a) - rank(b));
}

/** The one to try first among those that can be pressed and have not failed; a conversation goes before a page. */
export const bestContact = (points: readonly FragmentOf<typeof contactOrder_point>[]) =>
  firstOf(
    points,
    ({ channel, value, isMasked }) => !isMasked && contactLink(channel, value) !== null,
  );

/** The one that would be, were the values known: what there is to ask for. */
export const bestMasked = (points: readonly FragmentOf<typeof contactOrder_point>[]) =>
  firstOf(points, ({ channel, isMasked }) => isMasked && canBePressed(channel));

function firstOf(
  points: readonly FragmentOf<typeof contactOrder_point>[],
  isUsable: (point: Point) => boolean,
): Point | null {
  const usable = inContactOrder(points)
    .map((point) => readFragment(contactOrder_point, point))
    .filter((point) => contactState(point) !== 'bounced' && isUsable(point));
  return usable.find(({ channel }) => !pages.has(channel)) ?? usable[0] ?? null;
}

const pages: ReadonlySet<ContactChannel> = new Set(['FACEBOOK', 'SPOND', 'WEBSITE']);
