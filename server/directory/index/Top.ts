import { partBits, wordsFor } from './bits.ts';
import type { Bits } from './bits.ts';
import { type Columns, MOST_SLOTS } from './Columns.ts';
import type { Scan, SegmentHits, View } from './Scan.ts';
import type { Level } from './order.ts';

/** A place in the order. */
export interface Place {
  readonly rank: number;
  readonly age: number;
  readonly name: Buffer;
  readonly id: Buffer;
}

/** A hit that is among the first. */
export interface Ranked extends Place {
  readonly columns: Columns;
  readonly slot: number;
}

/**
 * De første. Keeps the first hits after a place in the order.
 *
 * Of a segment the hits are parted by one question of the order after another, the better half first; what can no longer come among the
 * first is never looked at one by one.
 */
export class Top {
  readonly #first: Ranked[] = [];
  readonly #room: { readonly taken: Bits; readonly rest: Bits }[];
  /** The most that the levels from here on can add. */
  readonly #span: number[];

  constructor(
    private readonly scan: Scan,
    private readonly levels: readonly Level[],
    private readonly count: number,
    private readonly after: Place | null,
  ) {
    const room = () => new Int32Array(wordsFor(MOST_SLOTS));
    this.#room = levels.map(() => ({ taken: room(), rest: room() }));
    this.#span = [...levels, null].map((_, from) =>
      levels.slice(from).reduce((sum, { cases, step }) => sum + cases.length * step, 0),
    );
  }

  get first(): readonly Ranked[] {
    return this.#first;
  }

  /** Takes the hits of a segment into account. */
  add({ view, bits }: SegmentHits, columns: Columns): void {
    this.part(0, 0, bits, view, columns);
  }

  private part(at: number, rank: number, bits: Bits, view: View, columns: Columns): void {
    if (this.isBeyond(rank, at)) return;
    const level = this.levels[at];
    if (!level) {
      this.addEach(rank, bits, view, columns);
      return;
    }
    const { taken, rest } = this.#room[at]!;
    rest.set(bits.subarray(0, view.words));
    for (const [place, condition] of level.cases.entries()) {
      const reached = rank + place * level.step;
      // What follows comes later still.
      if (this.isFull && reached > this.last.rank) return;
      const fits = this.scan.placesOf(condition, view);
      const { isShared, isLeft } = partBits(rest, fits, taken, view.words);
      if (isShared) this.part(at + 1, reached, taken, view, columns);
      if (!isLeft) return;
    }
    this.part(at + 1, rank + level.cases.length * level.step, rest, view, columns);
  }

  /** Whether nothing of this rank, or of what the levels to come make of it, can be among the first. */
  private isBeyond(rank: number, at: number): boolean {
    if (this.after && rank + this.#span[at]! < this.after.rank) return true;
    return this.isFull && rank > this.last.rank;
  }

  private addEach(rank: number, bits: Bits, view: View, columns: Columns): void {
    const { ages } = columns;
    for (let at = 0; at < view.words; at++) {
      for (let word = bits[at]!; word !== 0; word &= word - 1) {
        const place = (at << 5) + 31 - Math.clz32(word & -word);
        const slot = view.isList ? view.slots[place]! : place;
        if (this.after && !isAfter(rank, ages[slot]!, columns, slot, this.after)) continue;
        if (this.isFull && isAfter(rank, ages[slot]!, columns, slot, this.last)) continue;
        this.insert(rank, columns, slot);
      }
    }
  }

  private insert(rank: number, columns: Columns, slot: number): void {
    const age = columns.ages[slot]!;
    let [low, high] = [0, this.#first.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isAfter(rank, age, columns, slot, this.#first[middle]!)) low = middle + 1;
      else high = middle;
    }
    const name = columns.nameBytes(slot);
    this.#first.splice(low, 0, { rank, age, name, id: columns.idBytes(slot), columns, slot });
    if (this.#first.length > this.count) this.#first.pop();
  }

  private get isFull(): boolean {
    return this.#first.length === this.count;
  }

  private get last(): Ranked {
    return this.#first[this.count - 1]!;
  }
}

function isAfter(rank: number, age: number, columns: Columns, slot: number, place: Place): boolean {
  if (rank !== place.rank) return rank > place.rank;
  if (age !== place.age) return age > place.age;
  return columns.compareName(slot, place.name, place.id) > 0;
}
