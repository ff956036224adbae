import type { Dice } from './Dice.ts';
import type { Tongue } from './tongues.ts';

/** A word, and how it is written in the language's own script where that is another. */
export interface CoinedWord {
  readonly latin: string;
  readonly native: string | null;
}

/** Of how many words the names of organisations are drawn, by tongue. */
const words = 2_000;

const syllables = (text: string): CoinedWord[] =>
  text.split(' ').map((both) => {
    const [latin = '', native = null] = both.split('/');
    return { latin, native };
  });

/**
 * Ordforråd. The words of one tongue, made of its syllables: the more common a word, the shorter.
 *
 * No word is looked up anywhere, and many will mean nothing: nobody real has a name that ours would be taken for.
 */
export class WordStock {
  readonly kinds: readonly CoinedWord[];
  readonly #starts: readonly CoinedWord[];
  readonly #middles: readonly CoinedWord[];
  readonly #ends: readonly CoinedWord[];
  readonly #made: CoinedWord[] = [];

  constructor(readonly tongue: Tongue) {
    this.kinds = syllables(tongue.kinds);
    this.#starts = syllables(tongue.starts);
    this.#middles = syllables(tongue.middles);
    this.#ends = syllables(tongue.ends);
  }

  /** A word, the common ones more often. */
  draw(dice: Dice, limit = words, flat = 60): CoinedWord {
    return this.at(dice.zipf(limit, flat));
  }

  /** The word of a rank. */
  at(rank: number): CoinedWord {
    return (this.#made[rank] ??= this.#make(rank));
  }

  #make(rank: number): CoinedWord {
    let left = rank;
    const take = (from: readonly CoinedWord[]) => {
      const taken = from[left % from.length]!;
      left = Math.floor(left / from.length);
      return taken;
    };
    const start = take(this.#starts);
    const end = take(this.#ends);
    const middles: CoinedWord[] = [];
    while (left > 0) {
      left -= 1;
      middles.push(take(this.#middles));
    }
    const all = [start, ...middles, end];
    return {
      latin: all.map(({ latin }) => latin).join(''),
      native: start.native && all.map(({ native }) => native).join(''),
    };
  }
}
