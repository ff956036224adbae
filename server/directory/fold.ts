import { remembered } from '#server/common/remembered.ts';
import { transliterations } from './transliterate.ts';

/** No word of the register is longer; what is beyond tells nothing apart. */
const LONGEST_WORD = 40;

/** Zero-width and direction marks, soft hyphen, byte order mark. They are seen by nobody and typed by accident. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/gu;

/** What stands inside a word without parting it: Jama'at, o‘zbek, Qur’an. */
const APOSTROPHES = /['’‘ʻʼ`´ʿʾ′]/gu;

/** Accents, harakat and niqqud. The vowel signs of Tamil or Thai are letters to their readers, and stay. */
const ACCENTS = /[\p{Script=Inherited}\p{Sk}\u0591-\u05c7\u0610-\u061a\u06d6-\u06ed\u0640]/gu;

const LETTERS: Readonly<Record<string, string>> = {
  // Latin letters that Unicode does not take apart
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŋ: 'n',
  ı: 'i',
  ə: 'e',
  ɔ: 'o',
  ɛ: 'e',
  ɣ: 'g',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  ŧ: 't',
  ʒ: 'z',
  ǥ: 'g',
  // Arabic letters that Arabic, Persian, Urdu and Kurdish keyboards write differently
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ې: 'ي',
  ێ: 'ي',
  ے: 'ي',
  ؤ: 'و',
  ۆ: 'و',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۃ: 'ه',
  ک: 'ك',
  ڪ: 'ك',
  ء: '',
  ڵ: 'ل',
  ڕ: 'ر',
};

/** Ge'ez rows that Amharic speaks alike and writes by habit: the first is written as the second. */
const GEEZ_ROWS: ReadonlyArray<readonly [number, number]> = [
  [0x1210, 0x1200],
  [0x1280, 0x1200],
  [0x1220, 0x1230],
  [0x12d0, 0x12a0],
  [0x1340, 0x1338],
];

const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

function foldGeez(letter: string): string {
  const point = letter.codePointAt(0) ?? 0;
  for (const [from, to] of GEEZ_ROWS) {
    if (point >= from && point < from + 8) return String.fromCodePoint(point - from + to);
  }
  return letter;
}

const asciiDigit = (digit: string): string =>
  String.fromCharCode(0x30 + (((digit.codePointAt(0) ?? 0) & 0xf) % 10));

/** Persian and Arabic digits share their low half byte with what they count; the former begin at F0. */
const EASTERN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/gu;

/** Each letter in its plain form, one by one: which keys were hit, whatever they make together. */
export const foldLetters = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(APOSTROPHES, '')
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter)
    .replace(/[\u1200-\u137f]/gu, foldGeez)
    .replace(EASTERN_DIGITS, asciiDigit);

/**
 * Foldet form. The one form in which different ways of writing the same meet: lower case, no
 * accents, å = aa = a, ø = oe = o, æ = ae = a, doubled letters single, so that «Grünerløkka»,
 * «grunerlokka» and «Gruenerloekka» differ by a letter at most and «Åse», «Aase» and «Ase» not at all.
 */
export function fold(text: string): string {
  return foldLetters(text)
    .replace(/([a-z])\1+/g, '$1')
    .replace(/([ao])e/g, '$1')
    .replace(/([a-z])\1+/g, '$1');
}

const NOT_A_WORD = /[^\p{L}\p{N}\p{M}]+/u;

/** Single letters with dots between them. */
const ABBREVIATION =
  /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])\p{L}\.\p{L}(?![\p{L}\p{N}])/gu;

/** «N.K.S.» is one word: NKS. */
export const joinAbbreviations = (text: string): string =>
  text.includes('.') ? text.replace(ABBREVIATION, (letters) => letters.replaceAll('.', '')) : text;

/** How many pieces of text are remembered with what was made of them. */
const REMEMBERED = 20_000;

/** What is made of a text from one space to the next: nothing in folding reaches across one. */
const pieceOf = remembered(REMEMBERED, (text) => {
  const folded = fold(joinAbbreviations(text))
    .split(NOT_A_WORD)
    .filter((word) => word !== '')
    .map((word) => [...word].slice(0, LONGEST_WORD).join(''));
  return { folded, sorted: sortedAs(text) };
});

/** The folded words of a text, in order, as they stand. */
export function foldedWords(text: string): string[] {
  const words: string[] = [];
  for (const piece of text.split(' ')) for (const word of pieceOf(piece).folded) words.push(word);
  return words;
}

/** The folded words of a text, and the same in Latin letters where they are written otherwise. */
export const searchableWords = (text: string): string[] => [
  ...new Set(
    foldedWords(text).flatMap((word) => [word, ...transliterations(word).flatMap(foldedWords)]),
  ),
];

function sortedAs(piece: string): string {
  return piece
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/aa|å/gu, '\u007f')
    .replace(/[øöœ]/gu, '}')
    .replace(/[æä]/gu, '|')
    .normalize('NFKD')
    .replace(/[\p{M}'’"«»]/gu, '');
}

/**
 * Sorteringsnavn. Names in the order of the Norwegian alphabet when compared byte by byte: æ, ø and
 * å (aa) come after z.
 */
export const sortName = (name: string): string =>
  name
    .split(' ')
    .map((piece) => pieceOf(piece).sorted)
    .join(' ')
    .trim();
