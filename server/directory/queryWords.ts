import { fold, foldedWords, foldLetters, joinAbbreviations } from './fold.ts';
import { emptyWords } from './plainWords.ts';
import { latinGuesses } from './transliterate.ts';

const LONGEST_TEXT = 200;
const MOST_MEANINGFUL_WORDS = 12;
const MOST_WORDS = 24;
const LONGEST_SPELT = 30;

/** One word of a query: as typed, where, and folded. */
export interface QueryWord {
  readonly folded: string;
  /** Letter for letter. In «Siaed» for «Saied» the a and the e are no æ, which only shows where it is nothing as it stands. */
  readonly spelt: string;
  /** In Latin letters, where it is written in others: whom one means may have no name in that script. */
  readonly latin: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** What somebody typed, taken apart. */
export interface QueryText {
  readonly text: string;
  readonly words: readonly QueryWord[];
  /** Signs that no record is found by: 😀, §. What a query holds beside words, unless it is mere punctuation. */
  readonly unfindable: string | null;
}

const WORD = /[\p{L}\p{N}\p{M}'’‘ʻʼ`´ʿʾ′\u00ad\u200b-\u200d]+/gu;
const SYMBOL = /[\p{So}\p{Sc}\p{Sm}\p{Co}\p{Cn}]+/u;

/** «e-post» is one word. */
const joinHyphens = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}])(e)-(?=(?:post|mail)(?![\p{L}\p{N}]))/giu, '$1');

/** As much of a text as is read, without the word that the end would cut in two. */
function beginningOf(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const start = text.slice(0, LONGEST_TEXT);
  const whole = /\s/.test(text.charAt(LONGEST_TEXT)) ? start : start.replace(/\s\S*$/, '');
  return whole.replace(/[\ud800-\udbff]$/, '').trim();
}

/**
 * Takes a query apart. Of what is longer than a question the first 200 characters are read, and of their words the first twelve that
 * say something.
 */
export function readQuery(typed: string | null | undefined): QueryText {
  const text = beginningOf(joinHyphens(joinAbbreviations((typed ?? '').normalize('NFC'))).trim());
  const words: QueryWord[] = [];
  let meaningful = 0;
  for (const word of wordsOf(text)) {
    if (!emptyWords.has(word.folded) && ++meaningful > MOST_MEANINGFUL_WORDS) break;
    if (words.length < MOST_WORDS) words.push(word);
  }
  const symbols = words.length === 0 ? SYMBOL.exec(text) : null;
  return { text, words, unfindable: symbols?.[0] ?? null };
}

const wordsOf = (text: string): QueryWord[] =>
  [...text.matchAll(WORD)].flatMap(({ 0: raw, index }) => {
    const all = foldedWords(raw);
    return all.map((folded) => {
      const spelt = all.length === 1 && folded.length < LONGEST_SPELT ? foldLetters(raw) : folded;
      const latin = [...new Set(latinGuesses(folded).map(fold))];
      return { folded, spelt, latin, start: index, end: index + raw.length };
    });
  });

/** Digits of a query that is a number and nothing else: spaces, plus and dashes aside. */
export function digitsOf(text: string): string | null {
  const plain = text.replace(/[\u200e\u200f\u202a-\u202e]/gu, '').trim();
  if (!/^[+(]?[\p{Nd}][\p{Nd}\s().\-–/]*$/u.test(plain)) return null;
  const digits = foldedWords(plain).join('');
  return digits.length >= 3 ? digits.replace(/^00/, '') : null;
}

/** The query when it is an e-mail address, or the beginning of one. */
export const addressOf = (text: string): string | null =>
  /^[^\s@]+@[^\s@]*$/.test(text) ? text.toLowerCase() : null;
