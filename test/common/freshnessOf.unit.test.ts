import fc from 'fast-check';
import { expect, test } from 'vitest';

import { FreshnessState } from '#schema/common/FreshnessState.ts';
import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { freshnessLimits, freshnessOf } from '#server/common/freshnessOf.ts';

const { FRESH, DUE, STALE, UNKNOWN } = FreshnessState;
const stateOn = (today: string, verifiedOn: string | null) =>
  freshnessOf(verifiedOn, verifiedOn === null ? null : VerificationMethod.PHONE, today).state;

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

test('the limits for filters say the same as the state', () => {
  const day = fc
    .date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (today, verifiedOn) => {
      const { fresh, due } = freshnessLimits(today);
      const state = verifiedOn >= fresh ? FRESH : verifiedOn >= due ? DUE : STALE;
      expect(stateOn(today, verifiedOn)).toBe(state);
    }),
  );
});
