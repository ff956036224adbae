import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fold, foldedWords, searchableWords, sortName } from '#server/directory/fold.ts';

describe('ways of writing the same meet', () => {
  test.each([
    ['Åse', 'Aase', 'Ase', 'åse', 'ÅSE'],
    ['Grünerløkka', 'Grunerlokka', 'GRÜNERLØKKA', 'Grünerlökka', 'Grünerloekka'],
    ['Bærum', 'Baerum', 'Bärum', 'BÆRUM'],
    ['Søndre', 'Soendre', 'Sondre', 'Söndre'],
    ['Soomaali', 'Somali', 'SOMALI', 'Soomaalii'],
    ['Ås', 'Aas', 'As'],
    ['Türkçe', 'turkce', 'TÜRKÇE'],
    ['İstanbul', 'Istanbul', 'ıstanbul'],
    ['Łódź', 'Lodz'],
    ['Straße', 'Strasse'],
    ['Jama’at', "Jama'at", 'Jamaat', 'Jama‘at'],
    ['N.K.S.', 'NKS', 'n.k.s'],
    ['العربية', 'العربيه', 'العَرَبِيّة', 'العـــربية'],
    ['فارسی', 'فارسي'],
    ['ሐበሻ', 'ሀበሻ', 'ኀበሻ'],
    ['Київ', 'київ', 'КИЇВ'],
    ['٠١٢٣', '۰۱۲۳', '0123'],
    ['Gru\u00adner\u200bud', 'Grunerud', '\u202bGrunerud\u202c'],
  ])('%s', (...spellings) => {
    expect(new Set(spellings.map((spelling) => foldedWords(spelling).join(' '))).size).toBe(1);
  });

  test('words part where people part them', () => {
    expect(foldedWords('Helse Sør-Øst')).toEqual(['helse', 'sor', 'ost']);
    expect(foldedWords('St. Hanshaugen')).toEqual(['st', 'hanshaugen']);
    expect(foldedWords('Tros- og kultursamfunn/forening')).toEqual([
      'tros',
      'og',
      'kultursamfun',
      'forening',
    ]);
    expect(foldedWords('  !?… 😀 ')).toEqual([]);
  });
});

test.each([
  ['українська', 'ukrainska'],
  ['Харків', 'kharkiv'],
  ['русский', 'ruski'],
  ['الصومال', 'sumal'],
  ['سوريا', 'suria'],
  ['ትግርኛ', 'tigirinya'],
  ['ሰላም', 'selam'],
])('%s is also found as %s', (written, latin) => {
  expect(searchableWords(written)).toContain(latin);
});

const text = fc.string({ unit: 'grapheme', maxLength: 80 });
const norwegian = fc.string({
  unit: fc.constantFrom(...'aaeeoouåæøbdfgklmnrst -.'),
  maxLength: 30,
});

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.oneof(text, norwegian), (written) => {
      const once = fold(written);
      expect(fold(once)).toBe(once);
    }),
    { numRuns: 2_000 },
  );
});

test('words are bounded and hold neither blanks nor capitals', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 300 })), (written) => {
      for (const word of searchableWords(written)) {
        expect([...word].length).toBeLessThanOrEqual(40);
        expect(word).not.toMatch(/[\sA-Z:'\\]/);
        expect(word).not.toBe('');
      }
    }),
    { numRuns: 1_000 },
  );
});

test('long text takes time by its length alone', () => {
  const nasty = ['a', 'ae', 'å', 'a.', '́', "'", '\u200b'].map((piece) => piece.repeat(20_000));
  for (const written of nasty) expect(foldedWords(written).length).toBeLessThanOrEqual(1);
});

test('names sort as the alphabet goes', () => {
  const names = ['Ås', 'Zara', 'Øst', 'Ære', 'Abel', 'Aase'];
  const sorted = names
    .map((name) => [sortName(name), name])
    .sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
  expect(sorted.map(([, name]) => name)).toEqual(['Abel', 'Zara', 'Ære', 'Øst', 'Ås', 'Aase']);
});
