import { type EntryRow, itemsOf } from './EntryRow.ts';

/**
 * A number of 48 bits for a text. Two texts of a register of millions share one about once in fifty million questions, and then a hit is
 * merely taken for one whose whole name was typed.
 */
export function hashOf(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (high >>> 0) * 0x10000 + (low >>> 16);
}

/** An organisation number, so that it is taken for no name. */
export const hashOfNumber = (number: string): number => hashOf(`#${number}`);

/** What an entry is found by when all of it is typed. */
export const hashesOf = ([, , , nameKeys, , number]: EntryRow): number[] => [
  ...itemsOf(nameKeys).map(hashOf),
  ...(number === null ? [] : [hashOfNumber(number)]),
];

/** Navnenøkler. Which slots have exactly this name, or this organisation number. */
export interface NameKeys {
  readonly bytes: number;
  slotsOf(hash: number): Iterable<number>;
}

/** Keys of entries that came after the load. */
export class YoungNameKeys implements NameKeys {
  readonly #slots = new Map<number, number[]>();

  add(hash: number, slot: number): void {
    const slots = this.#slots.get(hash);
    if (slots) slots.push(slot);
    else this.#slots.set(hash, [slot]);
  }

  get bytes(): number {
    return this.#slots.size * 80;
  }

  slotsOf(hash: number): Iterable<number> {
    return this.#slots.get(hash) ?? [];
  }
}

/** Keys that do not change: sorted, each with its slot behind it in the same 64 bits. */
export class SealedNameKeys implements NameKeys {
  /** In pairs: the low 32 bits (the end of the hash, the slot), the high 32. */
  readonly halves: Uint32Array;

  constructor(halves: Uint32Array) {
    this.halves = halves;
  }

  /** `keys`: hash and slot in turn. */
  static of(keys: readonly number[]): SealedNameKeys {
    const halves = new Uint32Array(keys.length);
    for (let at = 0; at < keys.length; at += 2) {
      const [hash, slot] = [keys[at]!, keys[at + 1]!];
      halves[at] = ((hash & 0xffff) << 16) | slot;
      halves[at + 1] = Math.floor(hash / 0x10000);
    }
    new BigUint64Array(halves.buffer).sort();
    return new SealedNameKeys(halves);
  }

  get bytes(): number {
    return this.halves.byteLength;
  }

  *slotsOf(hash: number): Iterable<number> {
    const [high, low] = [Math.floor(hash / 0x10000), hash & 0xffff];
    const { halves } = this;
    let [from, to] = [0, halves.length / 2];
    while (from < to) {
      const middle = (from + to) >>> 1;
      const difference = halves[2 * middle + 1]! - high || (halves[2 * middle]! >>> 16) - low;
      if (difference < 0) from = middle + 1;
      else to = middle;
    }
    for (let at = 2 * from; at < halves.length; at += 2) {
      if (halves[at + 1] !== high || halves[at]! >>> 16 !== low) return;
      yield halves[at]! & 0xffff;
    }
  }
}
