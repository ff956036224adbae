// @vitest-environment jsdom
import { expect, test } from 'vitest';

import { codeLetter, linkLetter, type Written } from '#server/access/link/linkLetters.ts';
import { directionOf, linkLanguages } from '#server/access/link/words/linkWords.ts';

const documentOf = (html: string) => new DOMParser().parseFromString(html, 'text/html');

/** What somebody reads, a line for each paragraph. */
const paragraphsOf = (html: string): string[] =>
  [...documentOf(html).querySelectorAll('body p')].map((it) => it.textContent?.trim() ?? '');

const paragraphsIn = (text: string): string[] =>
  text
    .replace('-- \n', '')
    .split(/\n{2,}/)
    .map((it) => it.trim());

test.each(linkLanguages)(
  '%s: both parts of a letter say the same, the right way round',
  (language) => {
    const letters: Written[] = [
      linkLetter(new URL('https://samband.example.org'), {
        language,
        token: 'abcdefghijklmnopqrstuv',
        code: '0123456789AB',
        name: 'Foreningen <Prøve> & venner',
        issuer: 'Ragnar Prøve',
        expiresOn: '2026-12-24',
        question: 'Har dere flyttet?',
      }),
      codeLetter(language, '12345678', 'unmask'),
    ];
    for (const { text, html, language: said } of letters) {
      expect(said).toBe(language);
      expect(paragraphsOf(html)).toEqual(paragraphsIn(text));
      const { documentElement } = documentOf(html);
      expect([documentElement.lang, documentElement.dir]).toEqual([
        language,
        directionOf(language),
      ]);
      // Addresses and codes are read from left to right in every language.
      for (const it of documentElement.querySelectorAll('a, strong')) {
        expect(it.closest('p')?.getAttribute('dir')).toBe('ltr');
      }
    }
  },
);
