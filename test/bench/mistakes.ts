import { misspelt } from './misspelt.ts';

/** Feil. A way in which people write a name otherwise than the register does. */
export interface Mistake {
  readonly name: string;
  /** The name with the mistake; null where it cannot be made in this one. `splitOf`: where a compound is joined. */
  readonly make: (name: string, splitOf: (word: string) => number | null) => string | null;
}

const words = (name: string) => [...name.matchAll(/\p{Script=Latin}{5,}/gu)];

/** The name with its longest word changed. */
function changed(name: string, change: (word: string) => string | null): string | null {
  const [longest] = words(name).toSorted((one, other) => other[0].length - one[0].length);
  const made = longest && change(longest[0]);
  if (!longest || made === null || made === undefined || made === longest[0]) return null;
  return name.slice(0, longest.index) + made + name.slice(longest.index + longest[0].length);
}

/** Where in the word the slip is, follows from the word. */
const turn = (word: string) => [...word].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);

const spellings: readonly (readonly [RegExp, string])[] = [
  [/å/gu, 'aa'],
  [/Å/gu, 'Aa'],
  [/ø/gu, 'oe'],
  [/Ø/gu, 'O'],
  [/æ/gu, 'ae'],
  [/Æ/gu, 'Ae'],
];

export const mistakes: readonly Mistake[] = [
  ...(
    ['two letters swapped', 'a letter left out', 'a letter doubled', 'a wrong letter'] as const
  ).map((slip): Mistake => ({
    name: slip,
    make: (name) => changed(name, (word) => misspelt(word, turn(word), slip)),
  })),
  {
    name: 'a slip in two words',
    make: (name) => {
      const [first, second] = words(name);
      if (!first || !second) return null;
      return name
        .replace(first[0], misspelt(first[0], turn(first[0])))
        .replace(second[0], misspelt(second[0], turn(second[0]) + 1));
    },
  },
  {
    name: 'æ, ø, å written otherwise',
    make: (name) => {
      const written = spellings.reduce(
        (text, [letter, other]) => text.replace(letter, other),
        name,
      );
      return written === name ? null : written;
    },
  },
  {
    name: 'a compound in two words',
    make: (name, splitOf) =>
      changed(name, (word) => {
        const at = splitOf(word);
        return at === null ? null : `${word.slice(0, at)} ${word.slice(at)}`;
      }),
  },
  {
    name: 'two words in one',
    make: (name) => {
      const joined = name.replace(/(\p{Ll}{4,}) (\p{Ll}{4,})/u, '$1$2');
      return joined === name ? null : joined;
    },
  },
  {
    name: 'words in another order',
    make: (name) => (name.includes(' ') ? name.split(' ').toReversed().join(' ') : null),
  },
];
