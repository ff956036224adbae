import { expect, test } from 'vitest';

import { Chance } from '#seeds/common/Chance.ts';
import { daysFrom } from '#seeds/common/daysFrom.ts';
import { seedId } from '#seeds/common/seedId.ts';

const draws = (seed: string) => {
  const chance = new Chance(seed);
  return Array.from({ length: 20 }, () => chance.below(1_000_000));
};

test('the same seed draws the same, another draws other', () => {
  expect(draws('grorud')).toEqual(draws('grorud'));
  expect(draws('grorud')).not.toEqual(draws('Grorud'));
});

test('what is likely happens often, what is not does not', () => {
  const chance = new Chance('dice');
  const often = Array.from({ length: 10_000 }, () => chance.happens(70)).filter(Boolean).length;
  const ones = Array.from({ length: 10_000 }, () =>
    chance.weighted([
      ['one', 1],
      ['nine', 9],
    ] as const),
  );

  expect(often).toBeGreaterThan(6_800);
  expect(often).toBeLessThan(7_200);
  expect(ones.filter((it) => it === 'one').length).toBeGreaterThan(900);
  expect(ones.filter((it) => it === 'one').length).toBeLessThan(1_100);
});

test('some of the things are different ones, in their order', () => {
  const some = new Chance('some').some([1, 2, 3, 4, 5, 6], 4);

  expect(some).toHaveLength(4);
  expect(some).toEqual([...new Set(some)].sort((a, b) => a - b));
});

test('an identity is a UUID of version 5 that follows from its key', () => {
  expect(seedId('organisation/981133080')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(seedId('a')).toBe(seedId('a'));
  expect(seedId('a')).not.toBe(seedId('b'));
});

test('days are counted over the ends of months, years and summer time', () => {
  expect(daysFrom('2026-03-01', -1)).toBe('2026-02-28');
  expect(daysFrom('2026-12-31', 1)).toBe('2027-01-01');
  expect(daysFrom('2026-11-22', -365)).toBe('2025-11-22');
});
