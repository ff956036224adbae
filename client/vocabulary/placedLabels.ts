/** The height of a name in the sheet's own units, for it shrinks with the sheet on a phone; and about how wide it is. */
export const nameHeight = 15;
export const nameWidth = (name: string) => name.length * nameHeight * 0.56;

/** Whether a name can lie across a bubble without hiding it. */
export const holdsName = (radius: number) => radius > nameHeight * 0.8;

interface Disc {
  readonly code: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface Label extends Disc {
  readonly text: string;
  /** May cover bubbles where it can't help it: among many small ones, the large are the landmarks. */
  readonly isLarge: boolean;
  /** May cover anything. */
  readonly mustStand: boolean;
}

export interface PlacedLabel {
  readonly code: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Stedsnavn på kartet. Names as many as there is room for, in the order given: each stands at the first side of its
 * bubble where it stays inside and covers neither a name nor another bubble. One without room is left out, for the
 * table has it, unless it is large or must be there.
 */
export function placedLabels(
  labels: readonly Label[],
  { width, height, bubbles }: { width: number; height: number; bubbles: readonly Disc[] },
): PlacedLabel[] {
  const taken: Box[] = [];
  return labels.flatMap(({ code, text, x, y, radius, isLarge, mustStand }) => {
    const length = nameWidth(text);
    const gap = radius + nameHeight * 0.3;
    const candidates = [
      { x: x + gap, y: y + nameHeight * 0.35, anchor: 'start' },
      { x: x - gap, y: y + nameHeight * 0.35, anchor: 'end' },
      { x, y: y - gap, anchor: 'middle' },
      { x, y: y + gap + nameHeight * 0.7, anchor: 'middle' },
    ] as const;
    const boxOf = (place: (typeof candidates)[number]): Box => {
      const left = place.x - length * { start: 0, middle: 0.5, end: 1 }[place.anchor];
      return {
        left,
        right: left + length,
        top: place.y - nameHeight * 0.85,
        bottom: place.y + nameHeight * 0.2,
      };
    };
    const isInside = (box: Box) =>
      box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
    const coversNoName = (box: Box) => !taken.some((other) => overlaps(other, box));
    const isFree = (box: Box) =>
      coversNoName(box) && !bubbles.some((bubble) => bubble.code !== code && covers(box, bubble));

    const inside = candidates.filter((place) => isInside(boxOf(place)));
    const place =
      inside.find((one) => isFree(boxOf(one))) ??
      (isLarge ? inside.find((one) => coversNoName(boxOf(one))) : undefined) ??
      (mustStand ? inside[0] : undefined);
    if (!place) return [];
    taken.push(boxOf(place));
    return [{ code, text, ...place }];
  });
}

const overlaps = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether a box reaches into a bubble by more than its rim. */
const covers = ({ left, right, top, bottom }: Box, { x, y, radius }: Disc) => {
  const nearestX = Math.min(right, Math.max(left, x));
  const nearestY = Math.min(bottom, Math.max(top, y));
  return Math.hypot(nearestX - x, nearestY - y) < radius - 1;
};
