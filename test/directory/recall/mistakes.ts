import anyAscii from 'any-ascii';

import { arabicInLatin } from './arabicInLatin.ts';
import type { Chance } from '#seeds/common/Chance.ts';

/** What a mistake may look at beside the name. */
export interface Surroundings {
  /** The same for the same name and mistake, every time. */
  readonly chance: Chance;
  /** Whether the register has such a word. */
  readonly isWord: (word: string) => boolean;
}

/** Slags feil. One way in which people write a name otherwise than the register does; null where this name has no place for it. */
export interface Mistake {
  readonly what: string;
  readonly make: (name: string, surroundings: Surroundings) => string | null;
}

const WORD = /[\p{L}\p{M}]+/gu;
const isLatin = (word: string): boolean => /^[\p{Script=Latin}\p{M}]+$/u.test(word);

/** Changes one of the words that fit. */
function inOneWord(
  name: string,
  chance: Chance,
  fits: (word: string) => boolean,
  change: (word: string) => string,
): string | null {
  const words = [...name.matchAll(WORD)].filter(([word]) => isLatin(word) && fits(word));
  if (!words.length) return null;
  const { 0: word, index } = chance.pick(words);
  const changed = change(word);
  if (changed.toLowerCase() === word.toLowerCase()) return null;
  return name.slice(0, index) + changed + name.slice(index + word.length);
}

const inEveryWord = (
  name: string,
  fits: (word: string) => boolean,
  change: (word: string) => string,
): string | null =>
  changedOrNull(name, (it) =>
    it.replace(WORD, (word) => (isLatin(word) && fits(word) ? change(word) : word)),
  );

function changedOrNull(name: string, change: (name: string) => string): string | null {
  const changed = change(name);
  return changed === name ? null : changed;
}

const ROWS = ['qwertyuiopå', 'asdfghjkløæ', 'zxcvbnm'];

/** The key beside it, on a Norwegian keyboard; letters with accents are typed with the key without. */
function neighbour(letter: string, chance: Chance): string {
  const key = letter.toLowerCase();
  const row = ROWS.find((keys) => keys.includes(key)) ?? 'ae';
  const at = row.indexOf(key);
  return chance.pick([row[at - 1], row[at + 1]].filter((it) => it !== undefined));
}

type Slip = (word: string, chance: Chance) => string;

/** A place that is neither the first letter nor the last. */
const within = (word: string, chance: Chance): number => chance.between(1, word.length - 2);

const leftOut: Slip = (word, chance) => {
  const at = within(word, chance);
  return word.slice(0, at) + word.slice(at + 1);
};

const doubled: Slip = (word, chance) => {
  const at = within(word, chance);
  return word.slice(0, at) + word.charAt(at) + word.slice(at);
};

const besideKey: Slip = (word, chance) => {
  const at = within(word, chance);
  return word.slice(0, at) + neighbour(word.charAt(at), chance) + word.slice(at + 1);
};

const swapped: Slip = (word, chance) => {
  const places = [...word].flatMap((letter, at) =>
    at > 0 && at < word.length - 1 && letter !== word[at + 1] ? at : [],
  );
  if (!places.length) return word;
  const at = chance.pick(places);
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
};

const firstBeside: Slip = (word, chance) => neighbour(word.charAt(0), chance) + word.slice(1);
const lastBeside: Slip = (word, chance) => word.slice(0, -1) + neighbour(word.slice(-1), chance);
const anySlip: Slip = (word, chance) => chance.pick([leftOut, besideKey, swapped])(word, chance);

const slipIn =
  (slip: Slip, fits: (word: string) => boolean): Mistake['make'] =>
  (name, { chance }) =>
    inOneWord(name, chance, fits, (word) => slip(word, chance));

const isLong = (word: string): boolean => word.length >= 5;
/** Left out of three letters there are two, which may be anything. */
const isShort = (word: string): boolean => word.length === 4 || word.length === 3;

const shortSlip: Slip = (word, chance) =>
  chance.pick(word.length === 3 ? [besideKey, swapped] : [leftOut, besideKey, swapped])(
    word,
    chance,
  );

const replacing =
  (table: Readonly<Record<string, string>>): Mistake['make'] =>
  (name) =>
    changedOrNull(name, (it) =>
      it.replace(
        new RegExp(Object.keys(table).join('|'), 'gu'),
        (letters) => table[letters] ?? letters,
      ),
    );

const words = (name: string): string[] =>
  name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));

const LINKS = ['', 's', 'e'];

/** kvinneforening → kvinne forening: where what follows is a word of the register, and what precedes it is one or could be. */
const parted: Mistake['make'] = (name, { chance, isWord }) => {
  const places = (word: string): string[] =>
    Array.from({ length: Math.max(0, word.length - 6) }, (_, at) => at + 3).flatMap((at) => {
      const [first, second] = [word.slice(0, at), word.slice(at)];
      if (second.length < 4 || !isWord(second)) return [];
      return LINKS.flatMap((link) => {
        const bare = first.endsWith(link) ? first.slice(0, first.length - link.length) : '';
        return bare.length >= 3 && isWord(bare) ? [`${bare} ${second}`] : [];
      });
    });
  return inOneWord(
    name,
    chance,
    (word) => places(word).length > 0,
    (word) => chance.pick(places(word)),
  );
};

/** kvinne gruppe → kvinnegruppe. */
const joined: Mistake['make'] = (name, { chance }) => {
  const all = words(name);
  const places = all.flatMap((word, at) => {
    const next = all[at + 1];
    return next && /^\p{L}{3,}$/u.test(word) && /^\p{L}{3,}$/u.test(next) ? at : [];
  });
  if (!places.length) return null;
  const at = chance.pick(places);
  return [
    ...all.slice(0, at),
    `${all[at]}${all[at + 1]?.toLowerCase()}`,
    ...all.slice(at + 2),
  ].join(' ');
};

/** As somebody else's table writes it, so that ours is not measured by itself. */
const inLatin =
  (script: RegExp): Mistake['make'] =>
  (name) =>
    script.test(name) ? anyAscii(name) : null;

/** Every class, by rule: nothing is written for the names of a certain register. */
export const mistakes: readonly Mistake[] = [
  { what: 'none: as it stands', make: (name) => name },
  { what: 'a letter left out', make: slipIn(leftOut, isLong) },
  { what: 'a letter doubled', make: slipIn(doubled, isLong) },
  { what: 'the key beside', make: slipIn(besideKey, isLong) },
  { what: 'two letters swapped', make: slipIn(swapped, isLong) },
  { what: 'the first letter wrong', make: slipIn(firstBeside, isLong) },
  { what: 'the last letter wrong', make: slipIn(lastBeside, isLong) },
  { what: 'a slip in a word of 3–4 letters', make: slipIn(shortSlip, isShort) },
  {
    what: 'a slip in every longer word',
    make: (name, { chance }) =>
      words(name).length < 2
        ? null
        : inEveryWord(
            name,
            (word) => word.length >= 6,
            (word) => anySlip(word, chance),
          ),
  },
  {
    what: 'æ ø å as ae oe aa',
    make: replacing({ æ: 'ae', ø: 'oe', å: 'aa', Æ: 'Ae', Ø: 'Oe', Å: 'Aa' }),
  },
  { what: 'æ ø å as a o a', make: replacing({ æ: 'a', ø: 'o', å: 'a', Æ: 'A', Ø: 'O', Å: 'A' }) },
  {
    what: 'ae oe aa as æ ø å',
    make: replacing({ ae: 'æ', oe: 'ø', aa: 'å', Ae: 'Æ', Oe: 'Ø', Aa: 'Å' }),
  },
  {
    what: 'a diacritic missing',
    make: (name) =>
      changedOrNull(name, (it) =>
        it.replace(/(?![æøåÆØÅ])\p{Script=Latin}/gu, (letter) => anyAscii(letter)),
      ),
  },
  {
    what: 'words in another order',
    make: (name) =>
      words(name).length < 2 ? null : changedOrNull(name, (it) => words(it).toReversed().join(' ')),
  },
  { what: 'parted (særskriving)', make: parted },
  { what: 'joined (samskriving)', make: joined },
  {
    what: 'the last word unfinished',
    make: (name, { chance }) => {
      const all = words(name);
      const last = all.at(-1) ?? '';
      if (!/^\p{Script=Latin}{5,}$/u.test(last)) return null;
      return [...all.slice(0, -1), last.slice(0, chance.between(3, last.length - 1))].join(' ');
    },
  },
  { what: 'Cyrillic in Latin letters', make: inLatin(/\p{Script=Cyrillic}/u) },
  { what: 'Ge’ez in Latin letters', make: inLatin(/\p{Script=Ethiopic}/u) },
  {
    what: 'Arabic in Latin letters',
    make: (name) => (/\p{Script=Arabic}/u.test(name) ? arabicInLatin(name) : null),
  },
];
