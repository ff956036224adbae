import { expect, test } from 'vitest';

import { mistakes } from './mistakes.ts';
import { misspelt } from './misspelt.ts';

const make = (mistake: string, name: string, splitOf = (_word: string): number | null => null) =>
  mistakes.find((it) => it.name === mistake)?.make(name, splitOf);

test('a slip is never in the first letter, and the same each time', () => {
  expect(misspelt('forening', 0, 'two letters swapped')).toBe('froening');
  expect(misspelt('forening', 1, 'a letter left out')).toBe('foening');
  expect(misspelt('forening', 2, 'a letter doubled')).toBe('foreening');
  expect(misspelt('forening', 3, 'a wrong letter')).toBe('foreming');
});

test('a name is misspelt in its longest word', () => {
  expect(make('a letter left out', 'Somalisk kvinneforening i Oslo')).toMatch(
    /^Somalisk kvinnefoening i Oslo$/u,
  );
});

test('letters that a keyboard lacks are written as people write them', () => {
  expect(make('æ, ø, å written otherwise', 'Mødre på Ås')).toBe('Moedre paa Aas');
  expect(make('æ, ø, å written otherwise', 'Far i Oslo')).toBeNull();
});

test('a compound is parted where it is joined, and where it is none nothing is parted', () => {
  expect(make('a compound in two words', 'Alna kvinneforening', () => 6)).toBe(
    'Alna kvinne forening',
  );
  expect(make('a compound in two words', 'Alna kvinneforening')).toBeNull();
});

test('two small words become one; names of one word are in no other order', () => {
  expect(make('two words in one', 'Alna somalisk forening')).toBe('Alna somaliskforening');
  expect(make('words in another order', 'Alna forening')).toBe('forening Alna');
  expect(make('words in another order', 'Alna')).toBeNull();
});
