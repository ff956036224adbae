import { expect, test } from 'vitest';

import { directionOf, linkLanguages } from '#server/access/link/words/linkWords.ts';
import { smsSegments } from '#server/common/sms/smsSegments.ts';
import { roundText } from '#server/review/round/roundText.ts';
import { LAST_CALL } from '#server/review/round/steps.ts';
import { roundSmsWords } from '#server/review/round/words/roundSmsWords.ts';
import { roundWords } from '#server/review/round/words/roundWords.ts';
import { troublesOf } from '#test/access/link/troublesOf.ts';

test('letters and text messages of a round say all they say in ten languages', () => {
  expect(troublesOf(roundWords)).toEqual([]);
  expect(troublesOf(roundSmsWords)).toEqual([]);
});

const address = 'https://samband.example.no';
const about = { token: 'x'.repeat(22), dueOn: '2026-12-31' };
const textOf = (language: (typeof linkLanguages)[number], step: number, name: string) =>
  roundText(new URL(address), { ...about, language, step, name });

test.each(linkLanguages)(
  '%s: each message of a round goes into two parts, with its link on a line of its own',
  (language) => {
    const texts = [0, 1, LAST_CALL].map((step) =>
      textOf(
        language,
        step,
        'Foreningen med et navn som er så langt at ingen telefon viser det på en linje',
      ),
    );
    expect(new Set(texts).size).toBe(3);
    const isOfTelephones = ['nb', 'nn', 'en', 'pl', 'so'].includes(language);
    for (const text of texts) {
      expect(smsSegments(text).encoding).toBe(isOfTelephones ? 'gsm7' : 'ucs2');
      expect(smsSegments(text).segments).toBeLessThanOrEqual(2);
      expect(text).toContain('Foreningen ');
      expect(text).toMatch(/31\.12\.2026.*\nhttps:\/\/samband\.example\.no\/l\S*#x{22}$/);
      // A telephone takes the direction from the first letter that has one.
      const [first = ''] = /\p{L}/u.exec(text) ?? [];
      expect(/\p{Script=Arabic}/u.test(first)).toBe(directionOf(language) === 'rtl');
      expect(text).not.toMatch(/\p{Cf}(?<!\u200c)/u);
    }
  },
);

test('a short name stands whole, and one with other letters makes the message dearer and no shorter than it must be', () => {
  expect(textOf('nb' as never, 0, 'Håpet')).toContain('Stemmer det vi vet om Håpet?');
  const other = textOf('nb' as never, 0, 'Спілка «Ліхтар» у північній частині міста');
  expect(other).toMatch(/ om Спілка .*\.\.\.\?/);
});
