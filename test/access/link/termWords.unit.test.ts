import { readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';

import { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { linkLanguages, linkLocale } from '#server/access/link/words/linkWords.ts';
import {
  areaIn,
  countryIn,
  kindIn,
  languageIn,
  termWords,
  topicIn,
} from '#server/access/link/words/terms/termWords.ts';

const rowsOf = (name: string): { code: string; nameNb: string; endonym: string }[] =>
  parse(readFileSync(`seeds/vocabulary/${name}.csv`), { columns: true });

const others = linkLanguages.filter((language) => linkLocale(language) !== (language as string));

test('every topic and every kind of organisation has a word in each language', () => {
  const topics = rowsOf('topics').map(({ code }) => code);
  const kinds = Object.keys(OrganisationKind);
  expect(Object.keys(termWords).toSorted()).toEqual(others.toSorted());
  for (const language of others) {
    const words = termWords[language]!;
    expect(Object.keys(words.topics), language).toEqual(topics);
    expect(Object.keys(words.kinds).toSorted(), language).toEqual(kinds.toSorted());
    const said = [...Object.values(words.topics), ...Object.values(words.kinds)];
    expect(new Set(said).size, language).toBe(said.length);
  }
});

test('a language, a country, a topic, a kind and the whole country are told in the language of the page', () => {
  const AR = LinkLanguage.AR;
  const norwegian = { code: 'x', name: 'Norsk' };
  expect(languageIn(AR, { ...norwegian, code: 'so', endonym: 'Soomaali' })).toEqual({
    text: 'الصومالية',
  });
  expect(countryIn(AR, { ...norwegian, code: 'ER' })).toEqual({ text: 'إريتريا' });
  expect(topicIn(AR, { ...norwegian, code: 'womens_health' })).toEqual({ text: 'صحة المرأة' });
  expect(kindIn(AR, 'INFORMAL_GROUP')).toEqual({ text: 'مجموعة غير رسمية' });
  expect(areaIn(AR, { name: 'Norge', kind: 'COUNTRY' })).toEqual({ text: 'كل النرويج' });
});

test('what has no word of its own is told as it is, marked with its language', () => {
  const UR = LinkLanguage.UR;
  expect(areaIn(UR, { name: 'Grorud', kind: 'CITY_DISTRICT' })).toEqual({
    text: 'Grorud',
    lang: 'nb',
  });
  expect(topicIn(UR, { code: 'new_one', name: 'Nytt tema' })).toEqual({
    text: 'Nytt tema',
    lang: 'nb',
  });
  // A language that the platform has no name for goes by what its speakers call it.
  expect(languageIn(UR, { code: 'rmg', name: 'Romani', endonym: 'romani' })).toEqual({
    text: 'romani',
    lang: 'rmg',
  });
  const NN = LinkLanguage.NN;
  expect(kindIn(NN, 'HOSPITAL')).toEqual({ text: 'Sjukehus' });
  expect(areaIn(NN, { name: 'Noreg', kind: 'COUNTRY' })).toEqual({ text: 'Heile Noreg' });
});

test('no language, and no country, is told in Norwegian to whoever reads another', () => {
  for (const language of others) {
    for (const { code, nameNb, endonym } of rowsOf('languages')) {
      expect(languageIn(language, { code, name: nameNb, endonym }).lang, code).not.toBe('nb');
    }
    for (const { code } of rowsOf('countries')) {
      expect(countryIn(language, { code, name: code }).lang, `${code} in ${language}`).toBe(
        undefined,
      );
    }
  }
});
