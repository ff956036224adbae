import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

import { describe, expect, test } from 'vitest';

import { bubbleScale, legendCounts } from '#client/vocabulary/bubbleScale.ts';
import { bubbleTowards } from '#client/vocabulary/bubbleTowards.ts';
import { drawNorway } from '#client/vocabulary/drawNorway.ts';
import { countryFrame } from '#client/vocabulary/mapFrames.ts';
import { movedApart } from '#client/vocabulary/movedApart.ts';
import { placedLabels } from '#client/vocabulary/placedLabels.ts';

describe('a bubble', () => {
  test('has an area that follows its count', () => {
    const radiusOf = bubbleScale(100, 26);
    expect(radiusOf(100)).toBe(26);
    expect(radiusOf(50) ** 2 * 2).toBeCloseTo(radiusOf(100) ** 2);
  });

  test('can be seen however small its count', () => {
    expect(bubbleScale(10_000, 26)(1)).toBe(2.5);
    expect(bubbleScale(0, 26)(0)).toBe(2.5);
  });

  test('is explained by round counts up to the largest', () => {
    expect(legendCounts(437)).toEqual([437, 100, 20]);
    expect(legendCounts(3)).toEqual([3, 1]);
    expect(legendCounts(1)).toEqual([1]);
  });
});

describe('an arrow', () => {
  const centre = { x: 0, y: 0 };
  const [near, far, aside] = [
    { x: 10, y: 2 },
    { x: 30, y: 0 },
    { x: 5, y: 20 },
  ];

  test('goes to the nearest place that way', () => {
    expect(bubbleTowards('ArrowRight', centre, [far, aside, near])).toBe(near);
    expect(bubbleTowards('ArrowDown', centre, [far, aside, near])).toBe(aside);
  });

  test('stays where there is nothing that way', () => {
    expect(bubbleTowards('ArrowLeft', centre, [near, far, aside])).toBeNull();
  });
});

test('districts on the same spot end beside each other, inside the sheet', () => {
  const box = { x: 50, y: 50, halfWidth: 20, halfHeight: 10 };
  const places = movedApart([box, { ...box }, { ...box, x: 52 }], { width: 200, height: 120 });

  for (const [at, a] of places.entries()) {
    expect(a.x).toBeGreaterThan(20);
    expect(a.y).toBeLessThan(110);
    for (const b of places.slice(at + 1)) {
      expect(Math.abs(a.x - b.x) >= 39 || Math.abs(a.y - b.y) >= 19).toBe(true);
    }
  }
});

test('a name without room is left out, unless it is large or must be there', () => {
  const place = { code: 'a', text: 'Grorud', x: 50, y: 50, radius: 5 };
  const crowd = Array.from({ length: 25 }, (_, at) => ({
    code: `crowd ${at}`,
    x: (at % 5) * 25,
    y: Math.floor(at / 5) * 25,
    radius: 14,
  }));
  const sheet = { width: 100, height: 100, bubbles: crowd };

  const small = { ...place, isLarge: false, mustStand: false };
  const large = { ...place, code: 'b', isLarge: true, mustStand: false };
  const chosen = { ...place, code: 'c', isLarge: false, mustStand: true };
  const namedAmong = (labels: Parameters<typeof placedLabels>[0]) =>
    placedLabels(labels, sheet).map(({ code }) => code);

  expect(namedAmong([small])).toEqual([]);
  expect(namedAmong([small, large])).toEqual(['b']);
  expect(namedAmong([small, chosen])).toEqual(['c']);
});

describe('the outline of Norway', () => {
  const file = readFileSync('client/vocabulary/norway.json');

  test('is the one drawn from world-atlas', () => {
    expect(JSON.parse(file.toString())).toEqual(JSON.parse(JSON.stringify(drawNorway())));
  });

  test('is at most 12 kB on the line', () => {
    expect(brotliCompressSync(file).length).toBeLessThan(12_000);
  });

  test('stands upright on the sheet: Tromsø north of Bergen, Kirkenes east of both', () => {
    const { locate, width, height } = countryFrame();
    const [bergen, tromsø, kirkenes] = [
      locate(5.32, 60.39),
      locate(18.96, 69.65),
      locate(30.05, 69.73),
    ];
    expect(tromsø.y).toBeLessThan(bergen.y);
    expect(kirkenes.x).toBeGreaterThan(tromsø.x);
    for (const { x, y } of [bergen, tromsø, kirkenes]) {
      expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
    }
  });
});
