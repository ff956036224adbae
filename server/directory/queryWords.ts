import { InvalidInput } from '#server/problems.ts';
import { foldedWords, joinAbbreviations } from './fold.ts';

const LONGEST_TEXT = 200;
const MOST_WORDS = 12;

/** One word of a query: as typed, where, and folded. */
export interface QueryWord {
  readonly folded: string;
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

/** Takes a query apart. Throws INVALID_INPUT where it is longer than anything a person would type. */
export function readQuery(typed: string | null | undefined): QueryText {
  const text = joinAbbreviations((typed ?? '').normalize('NFC')).trim();
  if (text.length > LONGEST_TEXT)
    throw new InvalidInput({ text: `AT_MOST_${LONGEST_TEXT}_CHARACTERS` });
  const words = [...text.matchAll(WORD)].flatMap(({ 0: raw, index }) =>
    foldedWords(raw).map((folded) => ({ folded, start: index, end: index + raw.length })),
  );
  if (words.length > MOST_WORDS) throw new InvalidInput({ text: `AT_MOST_${MOST_WORDS}_WORDS` });
  const symbols = words.length === 0 ? SYMBOL.exec(text) : null;
  return { text, words, unfindable: symbols?.[0] ?? null };
}

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
