import { expect, test } from 'vitest';

import { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import {
  dayIn,
  directionOf,
  linkLanguageOf,
  linkLanguages,
  linkWords,
} from '#server/access/link/words/linkWords.ts';
import { troublesOf } from './troublesOf.ts';

const same = { same: ['sms'] };

test('the pages and letters of a link say all they say in ten languages', () => {
  expect(linkLanguages).toHaveLength(10);
  expect(troublesOf(linkWords, same)).toEqual([]);
});

test('a sentence that a language lacks, or that lacks what is filled in, is found', () => {
  const { pageTitle: _, ...lacking } = linkWords.ur;
  expect(troublesOf({ ...linkWords, ur: lacking }, same)).toEqual(['ur: pageTitle is missing']);
  const english = { ...linkWords.fa, until: 'The link works.', open: 'Open' };
  expect(troublesOf({ ...linkWords, fa: english }, same)).toEqual([
    'fa: open is not in its letters',
    'fa: until has other blanks',
  ]);
});

test('a language that nobody has checked says so, in its own words', () => {
  const drafts = linkLanguages.filter((language) => linkWords[language].isDraft);
  expect(drafts).toEqual(['ar', 'fa', 'pl', 'so', 'ti', 'uk', 'ur']);
  const told = drafts.map((language) => linkWords[language].draft);
  expect(new Set(told.filter(Boolean)).size).toBe(drafts.length);
  expect(new Set(linkLanguages.map((language) => linkWords[language].ownName)).size).toBe(10);
});

test('three languages are written from the right, with days of our calendar in the digits of our letters', () => {
  expect(linkLanguages.filter((language) => directionOf(language) === 'rtl')).toEqual([
    'ar',
    'fa',
    'ur',
  ]);
  expect(dayIn(LinkLanguage.FA, '2026-12-24')).toBe('24 دسامبر 2026');
  expect(dayIn(LinkLanguage.UR, '2026-12-24')).toBe('24 دسمبر، 2026');
  for (const language of linkLanguages) expect(dayIn(language, '2026-12-24')).toMatch(/24.*2026/);
});

test.for([
  [['prs-AF', 'en'], 'fa'],
  [['fa-IR'], 'fa'],
  [['ur-PK'], 'ur'],
  [['no', 'en'], 'nb'],
  [['xx', 'so'], 'so'],
  [['xx'], 'nb'],
] as const)('a browser that reads %s is answered in %s', ([tags, language]) => {
  expect(linkLanguageOf({ acceptsLanguages: () => [...tags] })).toBe(language);
});

test('a language that is none is asked for in vain, whatever else has its name', () => {
  expect(linkLanguageOf({ acceptsLanguages: () => [] }, '__proto__')).toBe(LinkLanguage.NB);
  expect(linkLanguageOf({ acceptsLanguages: () => ['fa'] }, 'constructor')).toBe(LinkLanguage.FA);
});
