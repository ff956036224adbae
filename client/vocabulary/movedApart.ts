interface Box {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

const rounds = 200;
const gap = 3;

/**
 * Flyttet fra hverandre. Where the boxes are to stand so that none covers another: each is moved a little at a time,
 * the shortest way, and held near where it belongs; none leaves the sheet. For towns, where what lies beside what
 * matters more than how far away it is.
 */
export function movedApart(
  boxes: readonly Box[],
  { width, height }: { width: number; height: number },
): { x: number; y: number }[] {
  const moved = boxes.map((box) => ({ ...box }));
  for (let round = 0; round < rounds; round++) {
    moved.forEach((box, index) => {
      const home = boxes[index]!;
      const pull = 0.05 * (1 - round / rounds);
      box.x += (home.x - box.x) * pull;
      box.y += (home.y - box.y) * pull;
      for (const other of moved.slice(index + 1)) part(box, other);
      box.x = between(box.x, box.halfWidth + gap, width - box.halfWidth - gap);
      box.y = between(box.y, box.halfHeight + gap, height - box.halfHeight - gap);
    });
  }
  return moved.map(({ x, y }) => ({ x, y }));
}

function part(a: { -readonly [Side in keyof Box]: number }, b: typeof a): void {
  const overlapX = a.halfWidth + b.halfWidth + gap - Math.abs(b.x - a.x);
  const overlapY = a.halfHeight + b.halfHeight + gap - Math.abs(b.y - a.y);
  if (overlapX <= 0 || overlapY <= 0) return;
  if (overlapX < overlapY) {
    const push = (Math.sign(b.x - a.x) || 1) * (overlapX / 2);
    a.x -= push;
    b.x += push;
  } else {
    const push = (Math.sign(b.y - a.y) || 1) * (overlapY / 2);
    a.y -= push;
    b.y += push;
  }
}

const between = (value: number, least: number, most: number) =>
  Math.min(most, Math.max(least, value));
