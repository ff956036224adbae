import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { conditionsOf } from '#server/directory/conditions.ts';
import { readQuery } from '#server/directory/queryWords.ts';
import { foldedWords } from '#server/directory/fold.ts';
import { soundOf, soundsOf } from '#server/directory/sound.ts';
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
    ['norsk forening', ['norsk=language:nb', 'norsk=language:nn']],
    ['romani', ['romani=language:rom', 'romani=language:rmg']],
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

  test('and written in the letters of another language', () => {
    expect(chips('Осло сомали')).toEqual(['Осло=area:0301', 'сомали=language:so']);
    expect(chips('Гамле Осло')).toEqual(['Гамле Осло=area:030101']);
  });

  test('but none that asks for the opposite is taken for another', () => {
    const found = dictionaryOf('IKT', 'Utne', 'Iken');
    for (const word of ['uten', 'ikkje', 'ikke']) {
      const [negation] = understood(`${word} oslo`, found, { isForgiving: true }).groups;
      const readings = negation?.divisions[0]?.[0]?.readings.map((it) =>
        'form' in it ? it.form : it.as,
      );
      expect(new Set(readings), word).toEqual(new Set(foldedWords(word)));
    }
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
    const isEmpty = (text: string) =>
      understood(text).groups.map(({ divisions }) => divisions[0]?.[0]?.isEmpty);
    expect(isEmpty('jeg trenger e-post tigrinja eller oromisk')).toEqual([
      true,
      true,
      true,
      false,
      true,
      false,
    ]);
    expect(isEmpty('tigrinja ikke whatsapp')).toEqual([false, false, true]);
    expect(isEmpty('whatsapp')).toEqual([false]);
  });
});

describe('a word that is all of what a term is called', () => {
  const found = dictionaryOf('Hồ-Berg', 'Romania kulturforening', 'Bergen');
  const readings = (text: string) =>
    understood(text, found).groups.flatMap(({ divisions }) =>
      divisions.flat().flatMap((it) => it.readings),
    );
  const terms = (text: string) =>
    new Set(readings(text).flatMap((it) => (it.as === 'meaning' ? it.meaning.value : [])));

  test('is not taken for the beginning of another', () => {
    expect(terms('romani')).toEqual(new Set(['rom', 'rmg']));
    expect(terms('roman').has('ro')).toBe(true);
  });

  test('is not taken for another word with an ending', () => {
    const forms = readings('bergen').flatMap((it) => (it.as === 'word' ? it.form : []));
    expect(new Set(forms)).toEqual(new Set(['bergen']));
  });
});

describe('loose readings', () => {
  const found = dictionaryOf('Center for kultur', 'Ålesund', 'Aasen', 'Zahra', 'Yusuf');
  const forms = (text: string, at = 0) => {
    const segment = understood(text, found).groups[at]?.divisions[0]?.[0];
    if (!segment || segment.isEmpty) return [];
    return segment.readings.map((it) =>
      it.as === 'word' ? `${it.form}${it.isPrefix ? '*' : ''}` : it.as,
    );
  };

  test('are for the word that is being typed, and for longer ones', () => {
    expect(forms('ålesun')).toContain('alesun*');
    expect(forms('åls somali')).not.toContain('als*');
    expect(forms('åles somali')).toContain('ales*');
    expect(forms('åle')).toContain('ale*');
    expect(forms('alle')).toEqual([]);
    expect(forms('jente somali')).not.toContain('cente');
    expect(forms('jusuf')).toContain('yusuf');
  });

  test('are not for one letter typed over and over', () => {
    expect(forms('z')).toContain('z*');
    expect(forms('zzzz')).not.toContain('z*');
    expect(forms('aaaa')).not.toContain('a*');
    expect(forms('aaaa somali')).toContain('a');
    expect(forms('aas')).toContain('as*');
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

describe('when nothing is found by the words as they stand', () => {
  const found = dictionaryOf(
    'Hela',
    'Helga Horvathy',
    'Goran',
    'Gran',
    'Center',
    'Molde lag',
    'Muslim',
    'Kultur',
  );
  const forms = (text: string) =>
    understood(text, found, { isForgiving: true }).groups.flatMap(({ divisions }) =>
      divisions
        .flat()
        .flatMap(({ readings }) =>
          readings.flatMap((it) => (it.as === 'word' ? `${it.form}${it.isPrefix ? '*' : ''}` : [])),
        ),
    );

  test('what is in the register may be a slip for something else in it', () => {
    expect(forms('hela horvathy')).toContain('helga');
    expect(forms('gran horvathy')).toContain('goran');
    expect(forms('hela horvathy')).toContain('hela');
  });

  test('the first letter may be wrong, but not of a word that is only begun', () => {
    expect(forms('nolde lag')).toContain('molde');
    expect(forms('jente lag')).not.toContain('cente');
    expect(forms('jente')).not.toContain('center');
  });

  test('a long word is looked for in two, also where they share a letter', () => {
    const readings = understood('muslimkultur lag', found, { isForgiving: true }).groups.flatMap(
      ({ divisions }) => divisions.flat().flatMap((it) => it.readings),
    );
    expect(readings).toContainEqual({ as: 'words', forms: ['muslim', 'kultur'], quality: 1 });
  });

  test('terms are what they are, when nothing else was typed', () => {
    expect(understood('somali bergen', found, { isForgiving: true })).toEqual(
      understood('somali bergen', found),
    );
  });

  test('a place that is farther off than what was meant is not meant', () => {
    expect(forms('smoali horvathy')).toContain('somali');
    expect(forms('smoali horvathy')).not.toContain('smola');
  });

  test('letters are compared as they were typed, not only as they fold', () => {
    const saied = dictionaryOf('Saied');
    const [group] = understood('siaed', saied).groups;
    expect(group?.divisions[0]?.[0]?.readings).toContainEqual({
      as: 'word',
      form: 'saied',
      isPrefix: false,
      quality: 2,
    });
  });

  test('no word becomes more than two dozen others', () => {
    const many = dictionaryOf(
      ...[...'abcdefghijklmnopqrstuvwxyz'].flatMap((it) => [`k${it}ri`, `ka${it}i`, `kar${it}`]),
    );
    const readings = understood('kari', many, { isForgiving: true }).groups[0]?.divisions[0]?.[0]
      ?.readings;
    expect(readings?.filter(({ quality }) => quality === 2).length).toBe(24);
  });
});

test.each([
  ['محمد', 'muhammad', 'mohamed', 'mohammed'],
  ['السلام', 'salam', 'salaam', 'selam'],
  ['الفوانيس', 'fawanis', 'fouanis'],
  ['جمعية', 'jamiyat', 'jam’iyat'],
  ['خالد', 'khaled', 'khalid', 'Xaalid'],
])('%s sounds like %s', (arabic, ...latin) => {
  const sounds = foldedWords(arabic).flatMap(soundsOf);
  for (const word of latin) expect(sounds, word).toContain(soundOf(foldedWords(word)[0] ?? ''));
});

test('a number is looked for among numbers, an address among addresses', () => {
  const readings = (text: string) =>
    understood(text).groups[0]?.divisions[0]?.[0]?.readings.map((reading) => reading.as);
  expect(readings('987 200 995')).toEqual(['number']);
  expect(readings('+47 22 00 00 00')).toEqual(['number']);
  expect(readings('post@example.no')).toEqual(['address']);
  expect(readings('somali 22')).toContain('word');
});

describe('of what is longer than a question', () => {
  const wordsOf = (text: string) => readQuery(text).words.map(({ folded }) => folded);

  test('the first twelve words that say something are read', () => {
    const months = 'jan feb mar apr mai jun jul aug sep okt nov des';
    expect(wordsOf(`${months} og mer`)).toEqual(`${months} og`.split(' '));
    expect(wordsOf('som '.repeat(40)).length).toBe(24);
  });

  test('the first two hundred characters are, but no half word', () => {
    expect(readQuery('a'.repeat(300)).text).toHaveLength(200);
    expect(wordsOf(`somali ${'x'.repeat(190)} yz grorud`)).toEqual(['somali', 'x', 'yz']);
    expect(wordsOf(`somali ${'x'.repeat(190)} yzw grorud`)).toEqual(['somali', 'x']);
    expect(readQuery(`${'!'.repeat(199)}😀`).text).toHaveLength(199);
  });
});

test('whatever is typed, the query that is sent is quoted and bounded', () => {
  const asker = { audiences: [ContactAudience.ALL_STAFF], languageLevel: null };
  const syntax = fc.string({
    unit: fc.constantFrom(..."ab '\\:*&|!()<->;-%_$éåاع😀"),
    maxLength: 60,
  });
  const anything = fc.string({ unit: 'grapheme', maxLength: 60 });
  fc.assert(
    fc.property(fc.oneof(syntax, anything), (text) => {
      const written = toTsquery(conditionsOf(understood(text), asker).hit);
      const outside = written.replaceAll(/'(?:[^'\\]|''|\\\\)*'/g, '');
      expect(outside).toMatch(/^[\s()|&!:*]*$/);
      expect(written.length).toBeLessThan(200_000);
    }),
    { numRuns: 1_000 },
  );
});
