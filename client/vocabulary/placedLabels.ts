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
  { width, height, letter }: { width: number; height: number; letter: number },
): PlacedLabel[] {
  const taken: Box[] = [];
  return labels.flatMap(({ code, text, x, y, radius }) => {
    const length = text.length * letter * 0.56;
    const gap = radius + letter * 0.3;
    const candidates = [
      { x: x + gap, y: y + letter * 0.35, anchor: 'start' },
      { x: x - gap, y: y + letter * 0.35, anchor: 'end' },
      { x, y: y - gap, anchor: 'middle' },
      { x, y: y + gap + letter * 0.7, anchor: 'middle' },
    ] as const;
    for (const place of candidates) {
      const left =
        place.anchor === 'start' ? place.x : place.x - length / (place.anchor === 'end' ? 1 : 2);
      const box = {
        left,
        right: left + length,
        top: place.y - letter * 0.85,
        bottom: place.y + letter * 0.2,
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
