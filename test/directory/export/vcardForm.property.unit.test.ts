import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'vcard4';

import { cardText, cardValue } from '#server/directory/export/vcardForm.ts';

/** Whatever may end a line, divide a value or begin a card, among letters of several scripts. */
const hostile = fc
  .array(
    fc.constantFrom(
      '\r',
      '\n',
      '\r\n',
      ';',
      ',',
      ':',
      '\\',
      '\\n',
      '"',
      'BEGIN:VCARD',
      'END:VCARD',
      '\r\nTEL:+4799999999',
      '\u0000',
      '\u0085',
      '\u2028',
      '\ud83d',
      ' ',
      'å',
      'ሰላም',
      'العربية',
      '😀',
      'Synne',
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((parts) => parts.join(''));

const unescaped = (text: string) =>
  text.replaceAll(/\\([\\,;:nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));

test('nothing in a value makes a line of its own, or a card', () => {
  fc.assert(
    fc.property(hostile, hostile, (name, note) => {
      const text = cardText([
        ['fn', {}, 'text', `A${name}`],
        ['n', {}, 'text', [name, note, '', '', '']],
        ['note', {}, 'text', note],
        ['tel', { type: 'voice' }, 'uri', 'tel:+4722000000'],
        ['adr', { label: name }, 'text', ['', '', note, '', '', '', '']],
      ]);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
      const lines = text.split('\r\n');
      expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
      const unfolded = text.replaceAll('\r\n ', '').trimEnd().split('\r\n');
      expect(unfolded.map((line) => /^[A-Z]+/.exec(line)?.[0])).toEqual([
        'BEGIN',
        'VERSION',
        'FN',
        'N',
        'NOTE',
        'TEL',
        'ADR',
        'END',
      ]);
      expect(unescaped(unfolded[2]!.slice(3))).toBe(cardValue(`A${name}`));
    }),
    { numRuns: 10_000 },
  );
});

test('another reader finds in a card what was written there', () => {
  fc.assert(
    // Before an n or a semicolon this reader takes an escaped backslash for an escape; the test above reads those.
    fc.property(
      hostile.map((it) => it.replaceAll('\\', '/')),
      (name) => {
        const card = parse(
          cardText([
            ['fn', {}, 'text', `A${name}`],
            ['tel', { pref: '1', type: 'voice' }, 'uri', 'tel:+4722000000'],
          ]),
        );
        const [one, ...others] = Array.isArray(card) ? card : [card];
        expect(others).toEqual([]);
        const [found] = one!.getProperty('FN');
        // A semicolon in a value that is one (RFC 6350, 3.4) is to this reader one between two.
        const value: unknown = found!.value;
        expect(unescaped([value].flat().join(';'))).toBe(cardValue(`A${name}`));
        expect(one!.getProperty('TEL')).toHaveLength(1);
      },
    ),
    { numRuns: 1_000 },
  );
});
