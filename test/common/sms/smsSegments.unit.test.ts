import fc from 'fast-check';
import { expect, test } from 'vitest';

import { smsSegments } from '#server/common/sms/smsSegments.ts';

const sized = (text: string) => {
  const { encoding, units, segments, left } = smsSegments(text);
  return [encoding, units, segments, left];
};

test('a text is one message up to 160 characters, and of more each takes 153', () => {
  expect(sized('')).toEqual(['gsm7', 0, 1, 160]);
  expect(sized('Hei, stemmer dette? Æøå é §')).toEqual(['gsm7', 27, 1, 133]);
  expect(sized('a'.repeat(160))).toEqual(['gsm7', 160, 1, 0]);
  expect(sized('a'.repeat(161))).toEqual(['gsm7', 161, 2, 145]);
  expect(sized('a'.repeat(306))).toEqual(['gsm7', 306, 2, 0]);
  expect(sized('a'.repeat(307))).toEqual(['gsm7', 307, 3, 152]);
});

test('what is written with an escape takes two, and stays whole', () => {
  expect(sized('€')).toEqual(['gsm7', 2, 1, 158]);
  expect(sized(`${'a'.repeat(159)}€`)).toEqual(['gsm7', 161, 2, 145]);
  // The € would begin in the first and end in the second.
  expect(sized(`${'a'.repeat(152)}€${'b'.repeat(151)}`)).toEqual(['gsm7', 305, 2, 0]);
  expect(sized(`${'a'.repeat(152)}€${'b'.repeat(152)}`)).toEqual(['gsm7', 306, 3, 152]);
});

test('another alphabet is 70 a message, and of more each takes 67; an emoji takes two, and stays whole', () => {
  expect(sized('ё')).toEqual(['ucs2', 1, 1, 69]);
  expect(sized('م'.repeat(70))).toEqual(['ucs2', 70, 1, 0]);
  expect(sized('م'.repeat(71))).toEqual(['ucs2', 71, 2, 63]);
  expect(sized('😀')).toEqual(['ucs2', 2, 1, 68]);
  expect(sized(`${'م'.repeat(66)}😀${'م'.repeat(65)}`)).toEqual(['ucs2', 133, 2, 0]);
  // One character that telephones lack, and all of it is sent in the other way.
  expect(sized(`${'a'.repeat(70)}«`)).toEqual(['ucs2', 71, 2, 63]);
});

/** As it would be sent: filled from the front, no character parted. */
function parted(text: string, most: number, sizeOf: (it: string) => number): string[] {
  const parts = [''];
  let used = 0;
  for (const it of text) {
    if (used + sizeOf(it) > most) {
      parts.push('');
      used = 0;
    }
    parts[parts.length - 1] += it;
    used += sizeOf(it);
  }
  return parts;
}

test('whatever the text, its parts hold it all and none holds more than it may', () => {
  const extended = '^{}\\[~]|€';
  const letters = fc.array(
    fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...'aZ0 æøÅ@£\nΔ') },
      { weight: 4, arbitrary: fc.constantFrom(...extended) },
      { weight: 1, arbitrary: fc.constantFrom('م', '«', '😀', 'ሰ', '…') },
    ),
    // As long as that: short ones alone are tried otherwise.
    { maxLength: 400, size: 'max' },
  );
  fc.assert(
    fc.property(letters, fc.boolean(), (drawn, isPlain) => {
      const text = drawn.filter((it) => !isPlain || !/[م«😀ሰ…]/u.test(it)).join('');
      const { encoding, units, segments, left } = smsSegments(text);
      const sizeOf = (it: string) =>
        encoding === 'gsm7' ? (extended.includes(it) ? 2 : 1) : it.length;
      expect(encoding).toBe(/[م«😀ሰ…]/u.test(text) ? 'ucs2' : 'gsm7');
      expect(units).toBe([...text].reduce((sum, it) => sum + sizeOf(it), 0));
      const [alone, joined] = encoding === 'gsm7' ? [160, 153] : [70, 67];
      const most = units <= alone ? alone : joined;
      const parts = parted(text, most, sizeOf);
      expect(segments).toBe(parts.length);
      expect(parts.join('')).toBe(text);
      const last = [...parts.at(-1)!].reduce((sum, it) => sum + sizeOf(it), 0);
      expect(left).toBe(most - last);
    }),
  );
});
