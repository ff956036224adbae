import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { conditionsOf } from '#server/directory/conditions.ts';
import { readQuery } from '#server/directory/queryWords.ts';
import { toTsquery } from '#server/directory/tsquery.ts';
import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { chips, dictionaryOf, understood } from './aLexicon.ts';

describe('words are understood', () => {
  test.each([
    [
      'somali grorud telefon',
      ['somali=language:so', 'grorud=area:030110', 'telefon=has_phone:true'],
    ],
    ['Gamle Oslo', ['Gamle Oslo=area:030101']],
    ['oslo', ['oslo=area:0301']],
    ['St. Hanshaugen', ['St. Hanshaugen=area:030104']],
    ['sankt hanshaugen', ['sankt hanshaugen=area:030104']],
    ['Søndre Nordstrand urdu', ['Søndre Nordstrand=area:030115', 'urdu=language:ur']],
    ['grorud bydel', ['grorud bydel=area:030110']],
    ['bydel Grorud', ['bydel Grorud=area:030110']],
    ['Drammen kommune', ['Drammen kommune=area:3301']],
    ['Møre og Romsdal', ['Møre og Romsdal=area:15']],
    ['noreg', ['noreg=area:NO']],
    ['polsk', ['polsk=language:pl', 'polsk=community:PL']],
    ['polske', ['polske=language:pl', 'polske=community:PL']],
    ['somalier', ['somalier=community:SO']],
    ['eritreisk', ['eritreisk=community:ER']],
    ['arabisktalende', ['arabisktalende=language:ar']],
    ['arabiskspråklige', ['arabiskspråklige=language:ar']],
    ['Arabic speaking', ['Arabic speaking=language:ar']],
    ['farsi', ['farsi=language:fa']],
    ['tigrinya', ['tigrinya=language:ti']],
    ['soomaali', ['soomaali=language:so']],
    ['العربية', ['العربية=language:ar']],
    ['українська', ['українська=language:uk']],
    ['ትግርኛ', ['ትግርኛ=language:ti']],
    ['psykisk helse', ['psykisk helse=topic:mental_health']],
    ['mental health', ['mental health=topic:mental_health']],
    ['measles', ['measles=topic:infection_control']],
    ['kvinnehelse', ['kvinnehelse=topic:womens_health']],
    ['kvinne helse', ['kvinne helse=topic:womens_health']],
    ['moské drammen', ['moské=organisation_kind:FAITH_COMMUNITY', 'drammen=area:3301']],
    ['menighet', ['menighet=organisation_kind:FAITH_COMMUNITY']],
    ['personer', ['personer=record_kind:PERSON']],
    ['krise', ['krise=willingness:CRISIS_MESSENGER']],
    ['helse sør-øst', []],
    ['forening', []],
    ['norsk forening', []],
    ['kvinner fra Eritrea', ['Eritrea=community:ER']],
    ['Åse Berg', []],
  ])('%s', (text, expected) => {
    expect(chips(text)).toEqual(expected);
  });

  test('also when misspelt', () => {
    expect(chips('smali grrorud')).toEqual(['smali=language:so', 'grrorud=area:030110']);
    expect(chips('gamle olso arabsik')).toEqual(['gamle olso=area:030101', 'arabsik=language:ar']);
    expect(chips('tigrnja')).toEqual(['tigrnja=language:ti']);
  });

  test('but not while they are only the beginning of something', () => {
    expect(chips('soma')).toEqual([]);
    expect(chips('groru')).toEqual([]);
  });

  test('and not when the chip was removed', () => {
    expect(chips('somali grorud', undefined, ['Grorud'])).toEqual(['somali=language:so']);
    expect(chips('gamle oslo', undefined, ['gamle oslo'])).toEqual(['oslo=area:0301']);
    expect(chips('smali', undefined, ['smali'])).toEqual([]);
  });

  test('little words say nothing', () => {
    expect(chips('noen som snakker tigrinja i trondheim')).toEqual([
      'tigrinja=language:ti',
      'trondheim=area:5001',
    ]);
  });
});

describe('the words of the register', () => {
  const found = dictionaryOf('Kvinneforeningen Hibiskus', 'Hassan', 'Norsk Folkehjelp');
  const readings = (text: string) =>
    understood(text, found).groups.flatMap(({ divisions }) =>
      divisions.flat().flatMap((it) => it.readings),
    );

  test('are found misspelt, when they are found in no other way', () => {
    expect(readings('hibsikus')).toContainEqual({
      as: 'word',
      form: 'hibiskus',
      isPrefix: false,
      quality: 2,
    });
    expect(readings('hassan').every(({ quality }) => quality < 2)).toBe(true);
  });

  test('are found parted and joined', () => {
    expect(readings('kvinne foreningen')).toContainEqual({
      as: 'word',
      form: 'kvineforeningen',
      isPrefix: false,
      quality: 1,
    });
    expect(readings('folkehjelpnorsk')).toContainEqual({
      as: 'words',
      forms: ['folkehjelp', 'norsk'],
      quality: 1,
    });
  });
});

test('a number is looked for among numbers, an address among addresses', () => {
  const readings = (text: string) =>
    understood(text).groups[0]?.divisions[0]?.[0]?.readings.map((reading) => reading.as);
  expect(readings('987 200 995')).toEqual(['number']);
  expect(readings('+47 22 00 00 00')).toEqual(['number']);
  expect(readings('post@example.no')).toEqual(['address']);
  expect(readings('somali 22')).toContain('word');
});

test('what is too long for a question is refused', () => {
  expect(() => readQuery('a'.repeat(201))).toThrow(/AT_MOST_200_CHARACTERS/);
  expect(() => readQuery('en to tre fire fem seks sju åtte ni ti elleve tolv tretten')).toThrow(
    /AT_MOST_12_WORDS/,
  );
});

const isTooManyWords = (text: string): boolean => {
  try {
    return readQuery(text).words.length > 12;
  } catch {
    return true;
  }
};

test('whatever is typed, the query that is sent is quoted and bounded', () => {
  const asker = { audiences: [ContactAudience.ALL_STAFF], languageLevel: null };
  const syntax = fc.string({
    unit: fc.constantFrom(..."ab '\\:*&|!()<->;-%_$éåاع😀"),
    maxLength: 60,
  });
  const anything = fc.string({ unit: 'grapheme', maxLength: 60 });
  fc.assert(
    fc.property(fc.oneof(syntax, anything), (text) => {
      fc.pre(text.length <= 200 && !isTooManyWords(text));
      const written = toTsquery(conditionsOf(understood(text), asker).hit);
      const outside = written.replaceAll(/'(?:[^'\\]|''|\\\\)*'/g, '');
      expect(outside).toMatch(/^[\s()|&!:*]*$/);
      expect(written.length).toBeLessThan(200_000);
    }),
    { numRuns: 1_000 },
  );
});
