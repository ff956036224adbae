export interface Placed {
  readonly x: number;
  readonly y: number;
}

const directions = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
} as const;

export const isArrow = (key: string): key is keyof typeof directions => key in directions;

/**
 * Naboen i en retning. The nearest place the arrow points at: what lies straight ahead counts as nearer than what lies
 * to the side, and what lies more to the side than ahead is not in that direction. Null at the edge of the map.
 */
export function bubbleTowards<Place extends Placed>(
  arrow: keyof typeof directions,
  from: Placed,
  places: readonly Place[],
): Place | null {
  const [dx, dy] = directions[arrow];
  let nearest: Place | null = null;
  let least = Infinity;
  for (const place of places) {
    const [x, y] = [place.x - from.x, place.y - from.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (ahead <= 0 || aside > ahead * 1.5) continue;
    const distance = ahead + aside * 2;
    if (distance < least) [least, nearest] = [distance, place];
  }
  return nearest;
}
