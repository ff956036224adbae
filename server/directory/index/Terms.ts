/** Lexemes whose numbers follow each other, the last not included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Digits and addresses belong to one record each: in memory they would be many, and help nobody find quickly. Beginnings, whole names,
 * standings and lots are for the index of the database, and memory has what they are made of.
 */
export const isLeftOut = (lexeme: string): boolean => /^[BDEMNQYZ]:/.test(lexeme);

/** A word, or a part of one: what may be asked for by its beginning. The others are tags. */
export const isWord = (lexeme: string): boolean => !/^[A-RT-Z]:/.test(lexeme);

/**
 * Leksemenes numre. A number for every lexeme; words are numbered in their order, so that all that begin alike are one range.
 *
 * Words that come later stand outside the order, until all is loaded anew.
 */
export class Terms {
  readonly #words: readonly string[];
  /** The numbers of tags, and of words that came later. */
  readonly #numbers: Map<string, number>;
  readonly #later: string[] = [];

  /** Words in order have the first numbers, tags the next. */
  constructor(words: readonly string[], tags: readonly string[]) {
    this.#words = words;
    this.#numbers = new Map(tags.map((tag, at) => [tag, words.length + at]));
  }

  get size(): number {
    return this.#words.length + this.#numbers.size;
  }

  /** The number of a lexeme; a new one where it has none. */
  add(lexeme: string): number {
    const known = this.numberOf(lexeme);
    if (known !== undefined) return known;
    const number = this.size;
    this.#numbers.set(lexeme, number);
    if (isWord(lexeme)) this.#later.push(lexeme);
    return number;
  }

  numberOf(lexeme: string): number | undefined {
    const number = this.#numbers.get(lexeme);
    if (number !== undefined) return number;
    const at = this.endOf((word) => word < lexeme);
    return this.#words[at] === lexeme ? at : undefined;
  }

  /** All words that begin so. */
  beginningWith(start: string): Range[] {
    const from = this.endOf((word) => word < start);
    const to = this.endOf((word) => word < start || word.startsWith(start));
    const later = this.#later
      .filter((word) => word.startsWith(start))
      .map((word) => this.#numbers.get(word)!)
      .map((number) => ({ from: number, to: number + 1 }));
    return from < to ? [{ from, to }, ...later] : later;
  }

  /** Where the words end that something holds of; it holds of all before them too. */
  private endOf(holds: (word: string) => boolean): number {
    let [low, high] = [0, this.#words.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(this.#words[middle]!)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
