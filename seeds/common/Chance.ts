import { createHash } from 'node:crypto';

/**
 * Chance that comes out the same each time: sfc32, seeded by the SHA-256 of a text.
 *
 * Each thing in the invented world takes the chance of its own key, so that one more draw for one changes nothing for the next.
 */
export class Chance {
  readonly #state: Uint32Array;

  constructor(seed: string) {
    const hash = createHash('sha256').update(seed).digest();
    this.#state = Uint32Array.from([0, 4, 8, 12], (at) => hash.readUInt32LE(at));
    for (let round = 0; round < 12; round += 1) this.#draw();
  }

  #draw(): number {
    const state = this.#state;
    const [a = 0, b = 0, c = 0, counter = 0] = state;
    const drawn = (a + b + counter) >>> 0;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + drawn;
    state[3] = counter + 1;
    return drawn;
  }

  /** A whole number from 0 up to, but not with, the limit. */
  below(limit: number): number {
    return Math.floor((this.#draw() / 2 ** 32) * limit);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** `percent`: of a hundred times, how many it happens. */
  happens(percent: number): boolean {
    return this.#draw() / 2 ** 32 < percent / 100;
  }

  pick<Thing>(things: readonly Thing[]): Thing {
    const thing = things[this.below(things.length)];
    if (thing === undefined) throw new Error('There is nothing to pick from');
    return thing;
  }

  /** One of the things, each as often as its weight says. */
  weighted<Thing>(things: readonly (readonly [Thing, number])[]): Thing {
    let left = this.below(things.reduce((sum, [, weight]) => sum + weight, 0));
    for (const [thing, weight] of things) {
      if (left < weight) return thing;
      left -= weight;
    }
    throw new Error('There is nothing to pick from');
  }

  /** So many different ones of the things, in the order in which they stand. */
  some<Thing>(things: readonly Thing[], count: number): Thing[] {
    const left = [...things.keys()];
    const chosen = Array.from(
      { length: Math.min(count, things.length) },
      () => left.splice(this.below(left.length), 1)[0]!,
    );
    return chosen.sort((a, b) => a - b).map((place) => things[place]!);
  }
}
