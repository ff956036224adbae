import { globSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { seedsFolder } from '#seeds/common/seedsFolder.ts';
import { readVocabulary } from '#seeds/vocabulary/readVocabulary.ts';
import { linkLanguages, linkWords } from '#server/access/link/words/linkWords.ts';
import { termWords } from '#server/access/link/words/terms/termWords.ts';
import { wordParts } from '#server/launch/wordParts.ts';
import { wordSheet } from '#server/launch/wordSheet.ts';

const { topics } = readVocabulary(seedsFolder);
const keysIn = (page: string) =>
  [...page.matchAll(/<small>(\w+)<\/small>/g)].map(([, key = '']) => key);

test('whoever looks over a language gets every sentence of it once, beside the bokmål, in the direction it is read', () => {
  for (const language of linkLanguages) {
    const page = wordSheet(language, topics);
    const words = new Set(wordParts.map((part) => part.words[language]));
    const expected = [...words].flatMap((theirs) =>
      Object.entries(theirs).flatMap(([key, text]) =>
        typeof text === 'string' && text ? [key] : [],
      ),
    );
    const { kinds = {}, topics: theirTopics = {} } = termWords[language] ?? {};
    expected.push(...Object.keys(kinds), ...Object.keys(theirTopics));
    expect(keysIn(page).toSorted(), language).toEqual(expected.toSorted());
  }
  const urdu = wordSheet(LinkLanguage.UR, topics);
  expect(urdu).toContain(`<td lang="ur" dir="rtl">${linkWords.ur.openTitle}</td>`);
  expect(urdu).toContain('Psykisk helse');
  expect(urdu).toContain('Siden som lenken går til');
});

test('no words in the languages of organisations are left out of the sheet', async () => {
  const files = globSync('server/**/*Words.ts');
  const found = files.flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(/^export const (\w+): Readonly<Record<LinkLanguage/gm),
    ].map(([, name = '']) => ({ file, name })),
  );
  const words = await Promise.all(
    found.map(async ({ file, name }) => {
      const its = (await import(`#${file}`)) as Record<string, unknown>;
      return its[name];
    }),
  );
  expect(words.length).toBeGreaterThan(5);
  const listed = new Set<unknown>(wordParts.map((part) => part.words));
  expect(found.filter((_it, at) => !listed.has(words[at]))).toEqual([]);
});
