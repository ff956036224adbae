import { expect, test } from 'vitest';

import { Keys } from '#server/common/Keys.ts';

test('each key is there once, in the order in which they came', () => {
  const keys = new Keys(['7', '3', '7', '12', '3']);
  expect(keys.list).toEqual(['7', '3', '12']);
  expect(keys.list.map((key) => keys.placeOf(key))).toEqual([0, 1, 2]);
});

test('keys that look alike to it are told apart, and from those that are not there', () => {
  // Aa and BB have the same hash, and so has whatever is put together of them.
  const alike = ['AaAa', 'AaBB', 'BBAa', 'BBBB'];
  const keys = new Keys(alike.slice(0, 3));
  expect(alike.map((key) => keys.placeOf(key))).toEqual([0, 1, 2, -1]);
});

test('among none there is none', () => {
  expect(new Keys([]).placeOf('7')).toBe(-1);
});

test('of thousands each is found', () => {
  const all = Array.from({ length: 5_000 }, () => crypto.randomUUID());
  const keys = new Keys([...all, ...all]);
  expect(keys.list).toEqual(all);
  expect(all.every((key, place) => keys.placeOf(key) === place)).toBe(true);
});
