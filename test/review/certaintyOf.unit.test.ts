import fc from 'fast-check';
import { expect, test } from 'vitest';

import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { Certainty } from '#schema/review/Certainty.ts';
import { FieldGroup } from '#schema/review/FieldGroup.ts';
import { freshnessOf } from '#server/common/freshnessOf.ts';
import { momentOf } from '#server/common/momentOf.ts';
import { certaintyOf, chanceOf, type Evidence } from '#server/review/certaintyOf.ts';

const groups = fc.constantFrom(...Object.values(FieldGroup));
const methods = fc.constantFrom(...Object.values(VerificationMethod));
/** Days from before a leap day until after the next change of the clock. */
const days = fc
  .integer({ min: 0, max: 1_200 })
  .map((day) => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10));
const evidence = fc.record({
  group: groups,
  verifications: fc.array(fc.record({ on: days, method: methods }), { maxLength: 6 }),
  bounced: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** Noon of each day in Oslo for thirty months: over the leap day of 2024, and five changes of the clock. */
function* thirtyMonths(): Generator<string> {
  for (let hour = 0; hour < 30 * 30.44 * 24; hour += 24) {
    yield momentOf(new Date(Date.UTC(2023, 10, 1, 11) + hour * 3_600_000)).today;
  }
}

test('time alone never makes anything more certain, on any day of thirty months', () => {
  fc.assert(
    fc.property(evidence, (given) => {
      const past: Evidence = {
        ...given,
        verifications: given.verifications.map((it) => ({ ...it, on: `2022${it.on.slice(4)}` })),
      };
      let before = Infinity;
      for (const today of thirtyMonths()) {
        const now = chanceOf(past, today);
        expect(now).toBeLessThanOrEqual(before);
        expect(now).toBeGreaterThanOrEqual(0);
        before = now;
      }
    }),
    { numRuns: 30 },
  );
});

test('an answer makes it more certain, and what comes back less', () => {
  fc.assert(
    fc.property(evidence, methods, (given, method) => {
      const [today] = ['2026-11-22'];
      const asked = {
        ...given,
        verifications: [...given.verifications, { on: today!, method }],
      };
      expect(chanceOf(asked, today!)).toBeGreaterThanOrEqual(chanceOf(given, today!));
      expect(chanceOf({ ...given, bounced: 1 }, today!)).toBeLessThanOrEqual(
        chanceOf(given, today!),
      );
    }),
  );
});

test('each day of thirty months is walked once, and a profile passes from fresh to due to stale', () => {
  const walked = [...thirtyMonths()];
  expect(new Set(walked).size).toBe(walked.length);
  expect(walked).toContain('2024-02-29');
  expect(walked).toContain('2025-03-30');
  expect(walked).toContain('2025-10-26');
  const states = walked.map(
    (today) => freshnessOf('2023-11-01', VerificationMethod.LINK, today).state,
  );
  expect(states.filter((state, at) => state !== states[at - 1])).toEqual(['fresh', 'due', 'stale']);
  expect(states[walked.indexOf('2025-10-31')]).toBe('fresh');
  expect(states[walked.indexOf('2025-11-01')]).toBe('due');
});

test('numbers fade sooner than names', () => {
  const since = {
    verifications: [{ on: '2024-11-22', method: VerificationMethod.LINK }],
    bounced: 0,
  };
  expect(certaintyOf({ ...since, group: FieldGroup.CONTACT }, '2026-11-22')).toBe(
    Certainty.DOUBTFUL,
  );
  expect(certaintyOf({ ...since, group: FieldGroup.NAME }, '2026-11-22')).toBe(Certainty.LIKELY);
  expect(certaintyOf({ ...since, group: FieldGroup.NAME, verifications: [] }, '2026-11-22')).toBe(
    Certainty.UNKNOWN,
  );
});
