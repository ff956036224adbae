import { expect, test } from 'vitest';

import { growthExponent, median, medianRatio, quantile } from './statistics.ts';

test('the median is the middle value, and between the two in the middle of an even number', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 7])).toBe(6);
  expect(() => median([])).toThrow('no median');
});

test('a quantile is a value that occurred, which this share of them does not exceed', () => {
  const values = [10, 30, 20, 50, 40];
  expect(quantile(values, 0.5)).toBe(30);
  expect(quantile(values, 0.9)).toBe(50);
  expect(quantile(values, 0)).toBe(10);
});

test('a round in which the machine was busy with other things changes no ratio', () => {
  expect(medianRatio([200, 20, 210], [100, 10, 100])).toBe(2);
});

test('ways that were not measured as often have no ratio', () => {
  expect(() => medianRatio([1, 2], [1])).toThrow('Each round');
});

test('what takes ten times as long for a hundred times as much grows by an exponent of a half', () => {
  const points = [
    { size: 10_000, time: 2 },
    { size: 1_000_000, time: 20 },
  ];
  expect(growthExponent(points)).toBeCloseTo(0.5, 10);
});

test('what does not grow has an exponent of 0; one size tells nothing', () => {
  const flat = [10, 100, 1000].map((size) => ({ size, time: 7 }));
  expect(growthExponent(flat)).toBeCloseTo(0, 10);
  expect(() => growthExponent([{ size: 10, time: 7 }])).toThrow('two sizes');
});
