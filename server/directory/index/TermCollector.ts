import { isWord } from './Terms.ts';

/** Lexemes in the order of their numbers. */
export interface SettledTerms {
  /** In their order, from number 0 on. */
  readonly words: readonly string[];
  /** From where the words end. */
  readonly tags: readonly string[];
  /** The new number of each old one. */
  readonly numbers: Uint32Array;
}

/** Samler leksemer. Numbers lexemes as they come, for as long as entries are loaded. */
export class TermCollector {
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  /** The number of a lexeme; a new one where it has none. */
  add(lexeme: string): number {
    const known = this.#numbers.get(lexeme);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(lexeme, number);
    return number;
  }

  /** Gives the numbers that they have from now on. */
  settle(): SettledTerms {
    const words: string[] = [];
    const tags: string[] = [];
    for (const lexeme of this.#numbers.keys()) (isWord(lexeme) ? words : tags).push(lexeme);
    words.sort();
    const numbers = new Uint32Array(this.#numbers.size);
    for (const [at, lexeme] of [...words, ...tags].entries()) {
      numbers[this.#numbers.get(lexeme)!] = at;
    }
    return { words, tags, numbers };
  }
}
