import { foldedWords } from './fold.ts';

/**
 * Endings of Norwegian nouns and adjectives. Whenever an ending is here, so is each beginning of it: then a word that is being typed
 * never finds with one letter more what it did not find before.
 */
const ENDINGS = new Set(
  'a an ane anes ans ar ars e en ene enes ens er ere eren erne ers es et ets n ne nes ns r rs s t te ts'.split(
    ' ',
  ),
);
const LONGEST_ENDING = 4;
const SHORTEST_STEM = 4;

/** The word without its endings, in every way it may have one: «foreningene» → foreninge, forening … */
export function stems(word: string): string[] {
  const found: string[] = [];
  for (let cut = 1; cut <= LONGEST_ENDING && word.length - cut >= SHORTEST_STEM; cut++) {
    if (ENDINGS.has(word.slice(-cut))) found.push(word.slice(0, -cut));
  }
  return found;
}

/** Last parts of the compounds that organisations are named with, folded. */
const HEADS =
  'menighet meinigheit forsamling forening foreining forbund samfunn senter senteret kirke kyrkje kirken moske rad radet utvalg utval nettverk netverk organisasjon gruppe grupa kvinner kvine ungdom skole kultur hjelp sentral lag krets klub union helse stiftelse'.split(
    ' ',
  );

/** The parts of a compound, as far as its last one is known: «pinsemenigheten» → pinse, menighet. */
export function parts(word: string): string[] {
  for (const form of [word, ...stems(word)]) {
    const head = HEADS.find((last) => form.endsWith(last) && form.length - last.length >= 3);
    if (!head) continue;
    const first = form.slice(0, -head.length);
    const unlinked = /[^aeiouy]s$/.test(first) && first.length > 4 ? [first.slice(0, -1)] : [];
    return [head, first, ...unlinked];
  }
  return [];
}

const SHORTEST_COMPOUND = 7;
const SHORTEST_PART = 3;

/** kvinne + forening, kvinne + s + forening, barn + e + hage. */
export const joinedForms = (first: string, second: string): string[] => [
  ...new Set(['', 's', 'e'].flatMap((link) => foldedWords(first + link + second))),
];

/** A long word in two, with and without the letter that joins them, or that folding made one of two: islamicentre → islamic, centre. */
export function splits(word: string): [string, string][] {
  const found: [string, string][] = [];
  if (word.length < SHORTEST_COMPOUND) return found;
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    found.push([first, second], [first, first.slice(-1) + second]);
    if (first.length > SHORTEST_PART && /[se]$/.test(first))
      found.push([first.slice(0, -1), second]);
  }
  return found;
}
