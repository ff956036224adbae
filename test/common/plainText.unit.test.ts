import fc from 'fast-check';
import { expect, test } from 'vitest';

import { plainText } from '#server/common/plainText.ts';

test('lines become commas, and what is no letter a blank', () => {
  expect(plainText('Gata 1\n0001 Oslo')).toBe('Gata 1, 0001 Oslo');
  expect(plainText('Gata 1\r\n\r\n0001 Oslo\r')).toBe('Gata 1, 0001 Oslo');
  expect(plainText('\t=1+1\u0000')).toBe('=1+1');
  expect(plainText('ሰላም 😀')).toBe('ሰላም 😀');
});

test('whatever comes in, no control character goes out, and no half of a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const plain = plainText(text);
      expect(plain).not.toMatch(/[\p{Cc}\u2028\u2029\ufeff]/u);
      expect(plain.isWellFormed()).toBe(true);
      expect(plainText(plain)).toBe(plain);
    }),
    { numRuns: 10_000 },
  );
});

test('a hundred thousand characters take no longer than they are many', () => {
  const long = `${' \n'.repeat(50_000)}x${'\r '.repeat(50_000)}`;
  expect(plainText(long)).toBe('x');
});
