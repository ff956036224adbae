/** The height of a name in the sheet's own units, for it shrinks with the sheet on a phone; and about how wide it is. */
export const nameHeight = 15;
export const nameWidth = (name: string) => name.length * nameHeight * 0.56;

/** Whether a name can lie across a bubble without hiding it. */
export const holdsName = (radius: number) => radius > nameHeight * 0.8;

export interface Label {
  readonly code: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** The radius of its bubble. */
  readonly radius: number;
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
 * bubble where it stays inside and covers no other name; one without room is left out, for the table has it.
 */
export function placedLabels(
  labels: readonly Label[],
  { width, height }: { width: number; height: number },
): PlacedLabel[] {
  const taken: Box[] = [];
  return labels.flatMap(({ code, text, x, y, radius }) => {
    const length = nameWidth(text);
    const gap = radius + nameHeight * 0.3;
    const candidates = [
      { x: x + gap, y: y + nameHeight * 0.35, anchor: 'start' },
      { x: x - gap, y: y + nameHeight * 0.35, anchor: 'end' },
      { x, y: y - gap, anchor: 'middle' },
      { x, y: y + gap + nameHeight * 0.7, anchor: 'middle' },
    ] as const;
    for (const place of candidates) {
      const left =
        place.anchor === 'start' ? place.x : place.x - length / (place.anchor === 'end' ? 1 : 2);
      const box = {
        left,
        right: left + length,
        top: place.y - nameHeight * 0.85,
        bottom: place.y + nameHeight * 0.2,
      };
      const isInside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
      if (!isInside || taken.some((other) => overlaps(other, box))) continue;
      taken.push(box);
      return [{ code, text, ...place }];
    }
    return [];
  });
}

const overlaps = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
