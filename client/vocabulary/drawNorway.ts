import { readFileSync } from 'node:fs';

import type { MultiPolygon, Topology } from 'topojson-specification';

type Point = readonly [x: number, y: number];

/** Longitude and latitude between which the map's Norway lies: the mainland and its islands. */
const mainland = { west: 4, south: 57.5, east: 32, north: 71.5 };

/** The towns whose districts are drawn enlarged keep every point of their coast. */
const enlarged: readonly Point[] = [
  [10.75, 59.9],
  [5.32, 60.39],
  [5.73, 58.96],
  [10.4, 63.43],
];

/**
 * Norges omriss. Norway as the map shows it, cut from world-atlas (Natural Earth, public domain): without Svalbard, Jan
 * Mayen and Bouvet Island, and without the points one cannot see at the map's size. Its result lies beside it as
 * `norway.json`; a test draws it again and compares.
 */
export function drawNorway(): Topology {
  const path = new URL(import.meta.resolve('world-atlas/countries-10m.json'));
  const world = JSON.parse(readFileSync(path, 'utf8')) as Topology;
  const { scale, translate } = world.transform ?? { scale: [1, 1], translate: [0, 0] };
  const countries = world.objects['countries'];
  const norway =
    countries?.type === 'GeometryCollection' &&
    countries.geometries.find(({ id }) => String(id) === '578');
  if (!norway || norway.type !== 'MultiPolygon') throw new Error('world-atlas has no Norway');

  const degrees = ([x, y]: Point): Point => [
    x * scale[0] + translate[0],
    y * scale[1] + translate[1],
  ];
  const onMainland = (ring: readonly Point[]) =>
    ring.map(degrees).every(([lon, lat]) => {
      const { west, south, east, north } = mainland;
      return lon > west && lon < east && lat > south && lat < north;
    });

  const rings = norway.arcs
    .map((polygon) => (polygon[0] ?? []).flatMap((arc) => pointsOf(world, arc)))
    .filter(onMainland)
    .map((ring) => simplified(ring, (point) => (isEnlarged(degrees(point)) ? 2 : 100)))
    .filter((ring) => ring.length > 4);

  const geometry: MultiPolygon = {
    type: 'MultiPolygon',
    arcs: rings.map((_ring, index) => [[index]]),
  };
  return {
    type: 'Topology',
    transform: { scale, translate },
    objects: { norway: geometry },
    arcs: rings.map(deltas),
  };
}

/** The points of an arc; a negative index is the arc the other way. */
function pointsOf({ arcs }: Topology, index: number): Point[] {
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (const [dx = 0, dy = 0] of arcs[index < 0 ? ~index : index] ?? []) {
    x += dx;
    y += dy;
    points.push([x, y]);
  }
  return index < 0 ? points.toReversed() : points;
}

const isEnlarged = ([lon, lat]: Point) =>
  enlarged.some(([x, y]) => Math.abs(lon - x) < 0.5 && Math.abs(lat - y) < 0.25);

/** Visvalingam: takes away, again and again, the point that spans the smallest triangle with its neighbours. */
function simplified(ring: readonly Point[], smallest: (point: Point) => number): Point[] {
  const points = [...ring];
  const worth = (index: number) => {
    const [a, b, c] = [points[index - 1], points[index], points[index + 1]];
    if (!a || !b || !c) return Infinity;
    const area = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
    return area / smallest(b);
  };
  const worths = points.map((_point, index) => worth(index));
  for (;;) {
    let at = 0;
    worths.forEach((value, index) => {
      if (value < worths[at]!) at = index;
    });
    if (worths[at]! >= 1) return points;
    points.splice(at, 1);
    worths.splice(at, 1);
    worths[at - 1] = worth(at - 1);
    worths[at] = worth(at);
  }
}

function deltas(ring: readonly Point[]): [number, number][] {
  let [x, y] = [0, 0];
  return ring.map(([nextX, nextY]) => {
    const step: [number, number] = [nextX - x, nextY - y];
    [x, y] = [nextX, nextY];
    return step;
  });
}
