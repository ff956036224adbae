import type { Dice } from './Dice.ts';

/** Vekter. Things with how often each is drawn, summed once so that a draw is a look-up. */
export class Weights<Thing> {
  readonly #things: readonly Thing[];
  readonly #sums: Float64Array;

  constructor(weighted: readonly (readonly [Thing, number])[]) {
    this.#things = weighted.map(([thing]) => thing);
    let sum = 0;
    this.#sums = Float64Array.from(weighted, ([, weight]) => (sum += weight));
  }

  draw(dice: Dice): Thing {
    const at = dice.share() * this.#sums[this.#sums.length - 1]!;
    let [low, high] = [0, this.#sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sums[middle]! > at) high = middle;
      else low = middle + 1;
    }
    return this.#things[low]!;
  }
}
