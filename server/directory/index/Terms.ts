import { setImmediate as pause } from 'node:timers/promises';

/** Lexemes whose numbers follow each other, the last not included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Digits and addresses belong to one record each: in memory they would be many, and help nobody find quickly. */
export const isLeftOut = (lexeme: string): boolean => /^[NDEM]:/.test(lexeme);

/** A word, or a part of one: what may be asked for by its beginning. The others are tags. */
const isWord = (lexeme: string): boolean => !/^[A-RT-Z]:/.test(lexeme);

const SLICE = 5_000;

/**
 * Leksemenes numre. A number for every lexeme; words are numbered in their order, so that all that begin alike are one range.
 *
 * While entries are loaded numbers are given as lexemes come; `settle` puts the words in order. Words that come later stand outside
 * the order, until all is loaded anew.
 */
export class Terms {
  #inOrder: readonly string[] = [];
  #numbers = new Map<string, number>();
  /** Words that came after the order was made. */
  readonly #later: string[] = [];
  #isSettled = false;

  get size(): number {
    return this.#inOrder.length + this.#numbers.size;
  }

  /** The number of a lexeme; a new one where it has none. */
  add(lexeme: string): number {
    const known = this.numberOf(lexeme);
    if (known !== undefined) return known;
    const number = this.size;
    this.#numbers.set(lexeme, number);
    if (this.#isSettled && isWord(lexeme)) this.#later.push(lexeme);
    return number;
  }

  numberOf(lexeme: string): number | undefined {
    const number = this.#numbers.get(lexeme);
    if (number !== undefined || !this.#inOrder.length) return number;
    const at = this.lowerBound((word) => word < lexeme);
    return this.#inOrder[at] === lexeme ? at : undefined;
  }

  /** All words that begin so. */
  beginningWith(start: string): Range[] {
    const from = this.lowerBound((word) => word < start);
    const to = this.lowerBound((word) => word < start || word.startsWith(start));
    const later = this.#later
      .filter((word) => word.startsWith(start))
      .map((word) => this.#numbers.get(word)!)
      .map((number) => ({ from: number, to: number + 1 }));
    return from < to ? [{ from, to }, ...later] : later;
  }

  /** Puts the words in order, a little at a time. Gives the new number of each old one. */
  async settle(): Promise<Uint32Array> {
    const before = this.#numbers;
    const inOrder = await sorted([...before.keys()].filter(isWord));
    const renumbered = new Uint32Array(before.size);
    for (const [at, word] of inOrder.entries()) {
      renumbered[before.get(word)!] = at;
      if (at % SLICE === 0) await pause();
    }
    const tags = new Map<string, number>();
    for (const [lexeme, number] of before) {
      if (isWord(lexeme)) continue;
      renumbered[number] = inOrder.length + tags.size;
      tags.set(lexeme, renumbered[number]!);
    }
    this.#inOrder = inOrder;
    this.#numbers = tags;
    this.#isSettled = true;
    return renumbered;
  }

  /** Where the words end of which something holds that holds of all before them too. */
  private lowerBound(isBefore: (word: string) => boolean): number {
    let [low, high] = [0, this.#inOrder.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(this.#inOrder[middle]!)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const HEAD = 4;

/** Sorts by first letters, then each such lot by itself: a million words at once would keep everybody waiting. */
async function sorted(words: readonly string[]): Promise<string[]> {
  const lots = new Map<string, string[]>();
  for (const [at, word] of words.entries()) {
    const head = word.slice(0, HEAD);
    const lot = lots.get(head);
    if (lot) lot.push(word);
    else lots.set(head, [word]);
    if (at % SLICE === 0) await pause();
  }
  const inOrder: string[] = [];
  let since = 0;
  for (const head of [...lots.keys()].sort()) {
    const lot = lots.get(head)!.sort();
    for (const word of lot) inOrder.push(word);
    since += lot.length;
    if (since < SLICE) continue;
    since = 0;
    await pause();
  }
  return inOrder;
}
