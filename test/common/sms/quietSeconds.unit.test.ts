import { expect, test } from 'vitest';

import { quietSeconds } from '#server/common/sms/quietSeconds.ts';

const night = { from: 21, to: 8 };
const until = (moment: string, hours = night) => {
  const now = new Date(moment);
  return new Date(now.getTime() + quietSeconds(now, hours) * 1_000).toISOString();
};

test('nobody is disturbed from nine in the evening to eight in the morning', () => {
  expect(quietSeconds(new Date('2026-11-22T19:59:59Z'), night)).toBe(0);
  expect(quietSeconds(new Date('2026-11-22T07:00:00Z'), night)).toBe(0);
  expect(until('2026-11-22T20:00:00Z')).toBe('2026-11-23T07:00:00.000Z');
  expect(until('2026-11-23T06:59:30Z')).toBe('2026-11-23T07:00:00.000Z');
});

test('when the clock is put forward or back it is eight all the same', () => {
  expect(until('2027-03-27T22:00:00Z')).toBe('2027-03-28T06:00:00.000Z');
  expect(until('2026-10-24T21:00:00Z')).toBe('2026-10-25T07:00:00.000Z');
});

test('hours within a day are quiet between them, and hours that begin where they end are none', () => {
  expect(until('2026-11-22T12:30:00Z', { from: 12, to: 15 })).toBe('2026-11-22T14:00:00.000Z');
  expect(quietSeconds(new Date('2026-11-22T12:30:00Z'), { from: 0, to: 0 })).toBe(0);
});
