import { createHash } from 'node:crypto';

/**
 * Terninger. Chance that comes out the same each time, for millions of things: sfc32, whose state is the hash of a seed mixed with the
 * number of the thing, where `Chance` hashes a text for each.
 */
export class Dice {
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  private constructor(a: number, b: number, c: number, counter: number) {
    this.#a = a;
    this.#b = b;
    this.#c = c;
    this.#counter = counter;
  }

  static of(seed: string): Dice {
    const hash = createHash('sha256').update(`synthetic/${seed}`).digest();
    return new Dice(
      hash.readUInt32LE(0),
      hash.readUInt32LE(4),
      hash.readUInt32LE(8),
      hash.readUInt32LE(12),
    );
  }

  /** The dice of one thing. Whatever others throw, these come out alike. */
  for(index: number, part: number): Dice {
    const own = new Dice(
      this.#a ^ Math.imul(index + 1, 0x9e3779b1),
      this.#b ^ Math.imul(part + 1, 0x85ebca6b),
      this.#c,
      this.#counter,
    );
    for (let round = 0; round < 12; round += 1) own.#draw();
    return own;
  }

  #draw(): number {
    const drawn = (this.#a + this.#b + this.#counter) >>> 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + drawn) | 0;
    this.#counter = (this.#counter + 1) | 0;
    return drawn;
  }

  /** From 0 up to, but not with, 1. */
  share(): number {
    return this.#draw() / 2 ** 32;
  }

  /** A whole number from 0 up to, but not with, the limit. */
  below(limit: number): number {
    return Math.floor(this.share() * limit);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** `percent`: of a hundred times, how many it happens. */
  happens(percent: number): boolean {
    return this.share() * 100 < percent;
  }

  pick<Thing>(things: readonly Thing[]): Thing {
    if (things.length === 0) throw new Error('There is nothing to pick from');
    return things[this.below(things.length)]!;
  }

  /** A place from 0 up to, but not with, the limit, the first ones more often, as words are used. The higher `flat`, the less so. */
  zipf(limit: number, flat: number): number {
    return Math.min(limit - 1, Math.floor(flat * (1 + limit / flat) ** this.share() - flat));
  }
}
