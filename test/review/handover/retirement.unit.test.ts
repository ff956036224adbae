import fc from 'fast-check';
import { expect, test } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { retirement } from '#server/review/handover/retirement.ts';

const purposes = [Purpose.REGISTER_CARE, Purpose.CRISIS, Purpose.MEETING, Purpose.COUNCIL];

const held = fc.record({
  isElsewhere: fc.boolean(),
  isWilling: fc.boolean(),
  consents: fc
    .uniqueArray(fc.constantFrom(...purposes))
    .map((drawn) => drawn.map((purpose) => ({ id: purpose as string, purpose }))),
});

test('nobody is put away whom anything else holds, and nobody is kept whom nothing holds', () => {
  fc.assert(
    fc.property(held, (it) => {
      const { isArchived, retiresContacts, endsConsents } = retirement(it);
      const ownYes = it.consents.filter(({ purpose }) => purpose !== Purpose.REGISTER_CARE);
      expect(isArchived).toBe(!it.isElsewhere && !it.isWilling && ownYes.length === 0);
      // How somebody is reached goes with the last reason to reach them, and not before.
      expect(retiresContacts).toBe(isArchived);
      // What somebody said yes to for themselves is never taken back for them.
      expect(endsConsents.filter((id) => id !== String(Purpose.REGISTER_CARE))).toEqual([]);
    }),
  );
});

test('the yes to the register ends with the last role, and not before', () => {
  const consents = [{ id: 'register', purpose: Purpose.REGISTER_CARE }];
  const one = { isWilling: true, consents };
  expect(retirement({ ...one, isElsewhere: false }).endsConsents).toEqual(['register']);
  expect(retirement({ ...one, isElsewhere: true }).endsConsents).toEqual([]);
});
