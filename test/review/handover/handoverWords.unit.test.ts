import { expect, test } from 'vitest';

import { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { linkLanguages } from '#server/access/link/words/linkWords.ts';
import { smsSegments } from '#server/common/sms/smsSegments.ts';
import { askMessage } from '#server/review/handover/successorLetters.ts';
import { handoverWords } from '#server/review/handover/words/handoverWords.ts';
import { troublesOf } from '#test/access/link/troublesOf.ts';

test('a handover says all it says in ten languages', () => {
  expect(troublesOf(handoverWords)).toEqual([]);
});

test.each(linkLanguages)('%s: the text message to the new one is short', (language) => {
  const text = askMessage(new URL('https://samband.example.no'), {
    language,
    token: 'x'.repeat(22),
    code: '',
    name: 'Foreningen Prøve',
    expiresOn: '2026-12-24',
  });
  const { encoding, segments } = smsSegments(text);
  expect(segments).toBeLessThanOrEqual(encoding === 'gsm7' ? 2 : 3);
  const isFromTheRight = [LinkLanguage.AR, LinkLanguage.FA, LinkLanguage.UR].includes(language);
  expect(/^\p{Script=Arabic}/u.test(text)).toBe(isFromTheRight);
});
