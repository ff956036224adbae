import { expect, test } from 'vitest';

import type { Found } from '#server/directory/dictionary.ts';
import { RememberedLookups } from '#server/directory/index/RememberedLookups.ts';

const answer = (...words: string[]): Found => ({
  words: new Set(words),
  beginnings: new Set(),
  neighbours: [],
  completions: new Map(),
});

test('an answer that was on its way when something was written is not kept', async () => {
  const lookups = new RememberedLookups();
  const { promise, resolve } = Promise.withResolvers<Found>();
  const early = lookups.find(1, 'somali', () => promise);
  await lookups.find(2, 'arabisk', () => Promise.resolve(answer('arabisk')));
  resolve(answer('gammelt'));
  expect(await early).toEqual(answer('gammelt'));

  const found = await lookups.find(2, 'somali', () => Promise.resolve(answer('nytt')));
  expect(found).toEqual(answer('nytt'));
});

test('of very many, those that nobody has asked for lately are forgotten, and what is long is never kept', async () => {
  const lookups = new RememberedLookups();
  const ask = async (word: string, ...words: string[]) => {
    let isAsked = false;
    await lookups.find(1, word, () => {
      isAsked = true;
      return Promise.resolve(answer(...words));
    });
    return isAsked;
  };

  for (let at = 0; at < 1_000; at++) await ask(`ord ${at}`);
  expect(await ask('ord 0')).toBe(false);
  expect(await ask('et til')).toBe(true);
  expect(await ask('ord 1')).toBe(true);
  expect(await ask('ord 0')).toBe(false);
  const many = Array.from({ length: 700 }, (_, at) => `ord ${at}`);
  expect([await ask('mange', ...many), await ask('mange', ...many)]).toEqual([true, true]);
});
