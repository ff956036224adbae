import fc from 'fast-check';
import { expect, test } from 'vitest';

import { FreshnessState } from '#schema/common/FreshnessState.ts';
import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { longestDeadline, shortestDeadline } from '#server/common/deadlineMonths.ts';
import { dayAt, freshnessLimits, freshnessOf } from '#server/common/freshnessOf.ts';

const { FRESH, DUE, STALE, UNKNOWN } = FreshnessState;
const stateOn = (today: string, verifiedOn: string | null, dueMonths?: number) =>
  freshnessOf(verifiedOn, verifiedOn === null ? null : VerificationMethod.PHONE, today, dueMonths)
    .state;

test('what was verified is fresh for 24 months, due for six more, then stale', () => {
  expect(stateOn('2026-11-21', '2024-11-22')).toBe(FRESH);
  expect(stateOn('2026-11-22', '2024-11-22')).toBe(DUE);
  expect(stateOn('2027-05-21', '2024-11-22')).toBe(DUE);
  expect(stateOn('2027-05-22', '2024-11-22')).toBe(STALE);
  expect(stateOn('2026-11-22', null)).toBe(UNKNOWN);
});

test('a leap day is due on the last of February', () => {
  const { dueOn } = freshnessOf('2024-02-29', VerificationMethod.LINK, '2025-01-01');
  expect(dueOn).toBe('2026-02-28');
  expect(stateOn('2026-02-27', '2024-02-29')).toBe(FRESH);
  expect(stateOn('2026-02-28', '2024-02-29')).toBe(DUE);
});

test('whoever has a deadline of their own is due by that, on the day, and stale six months later', () => {
  const states = (dueMonths: number, verifiedOn: string, days: readonly string[]) =>
    days.map((today) => stateOn(today, verifiedOn, dueMonths));
  expect(states(12, '2025-11-22', ['2026-11-21', '2026-11-22', '2026-11-23'])).toEqual([
    FRESH,
    DUE,
    DUE,
  ]);
  expect(states(12, '2025-11-22', ['2027-05-21', '2027-05-22', '2027-05-23'])).toEqual([
    DUE,
    STALE,
    STALE,
  ]);
  // The last of a longer month, six months on: the 29th where there is one.
  expect(states(6, '2027-08-31', ['2028-02-28', '2028-02-29', '2028-03-01'])).toEqual([
    FRESH,
    DUE,
    DUE,
  ]);
  expect(states(6, '2026-08-31', ['2027-02-27', '2027-02-28', '2027-03-01'])).toEqual([
    FRESH,
    DUE,
    DUE,
  ]);
  // The nights on which the clock is changed are as long as any other.
  expect(states(36, '2024-03-29', ['2027-03-28', '2027-03-29', '2027-03-30'])).toEqual([
    FRESH,
    DUE,
    DUE,
  ]);
});

test('the limits for filters say the same as the state, whatever the deadline', () => {
  const day = fc
    .date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const deadline = fc.integer({ min: shortestDeadline, max: longestDeadline });
  fc.assert(
    fc.property(day, day, deadline, (today, verifiedOn, months) => {
      const limits = freshnessLimits(today);
      const [fresh, due] = [dayAt(limits.fresh, months), dayAt(limits.due, months)];
      const state = verifiedOn >= fresh ? FRESH : verifiedOn >= due ? DUE : STALE;
      expect(stateOn(today, verifiedOn, months)).toBe(state);
    }),
  );
});
