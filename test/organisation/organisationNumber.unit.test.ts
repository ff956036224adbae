import fc from 'fast-check';
import { expect, test } from 'vitest';

import { isOrganisationNumber } from '#schema/organisation/organisationNumber.ts';

test('real numbers pass', () => {
  for (const number of ['991324968', '983658725', '811014982']) {
    expect(isOrganisationNumber(number)).toBe(true);
  }
});

test('no single digit can be changed unnoticed', () => {
  fc.assert(
    fc.property(fc.nat(8), fc.integer({ min: 1, max: 9 }), (place, step) => {
      const digits = [...'991324968'];
      digits[place] = String((Number(digits[place]) + step) % 10);
      expect(isOrganisationNumber(digits.join(''))).toBe(false);
    }),
  );
});

test('what is not nine digits is refused', () => {
  for (const text of [
    '',
    '99132496',
    '9913249680',
    '99132496x',
    ' 991324968',
    '９９１３２４９６８',
  ]) {
    expect(isOrganisationNumber(text)).toBe(false);
  }
});
