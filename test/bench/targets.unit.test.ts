import { expect, test } from 'vitest';

import { type Target, verdictOn } from './targets.ts';

const target = (changes: Partial<Target>): Target => ({
  what: 'something',
  unit: '×',
  atLeast: true,
  must: 2,
  bold: 3,
  of: () => undefined,
  ...changes,
});

test('what must be reached is met at the limit, and bold is beyond', () => {
  expect(verdictOn(target({}), 1.99)).toBe('not met');
  expect(verdictOn(target({}), 2)).toBe('must');
  expect(verdictOn(target({}), 3)).toBe('bold');
});

test('where less is better, more is not met', () => {
  const memory = target({ atLeast: false, must: 400, bold: 300 });
  expect(verdictOn(memory, 401)).toBe('not met');
  expect(verdictOn(memory, 400)).toBe('must');
  expect(verdictOn(memory, 299)).toBe('bold');
});

test('what has no bold target is met and no more', () => {
  expect(verdictOn(target({ bold: null }), 100)).toBe('must');
});
