import { type Bits, partBits } from './bits.ts';
import type { Columns, SlotPlace } from './Columns.ts';
import type { Level } from './order.ts';
import type { Scan, SegmentHits, View } from './Scan.ts';

/** A place in the order. */
export interface Place extends SlotPlace {
  readonly rank: number;
}

/** A hit of the page. */
export interface Ranked extends Place {
  readonly columns: Columns;
  readonly slot: number;
}

/** How many hits to keep, from which end, and between which places, which are not among them. */
export interface Stretch {
  readonly count: number;
  readonly isBackward: boolean;
  readonly after: Place | null;
  readonly before: Place | null;
}

/**
 * De beste. Keeps the hits of a page.
 *
 * Of a segment the hits are parted by one question of the order after another, the better half first; what can no longer come on the page
 * is never looked at one by one.
 */
export class Top {
  /** In order. */
  readonly #kept: Ranked[] = [];
  /** The most that the levels from here on can add to a rank. */
  readonly #span: number[];

  constructor(
    private readonly scan: Scan,
    private readonly levels: readonly Level[],
    private readonly stretch: Stretch,
  ) {
    this.#span = [...levels, null].map((_, from) =>
      levels.slice(from).reduce((sum, { cases, step }) => sum + cases.length * step, 0),
    );
  }

  get kept(): readonly Ranked[] {
    return this.#kept;
  }

  /** Takes the hits of a segment into account. */
  add({ view, bits }: SegmentHits, columns: Columns): void {
    this.part(0, 0, bits, view, columns);
  }

  /** The rank that one of these must be better than to come on the page still, as it is full of others; null where it need not be. */
  rankToBeat(columns: Columns): number | null {
    if (this.stretch.isBackward || !this.isFull) return null;
    const { rank } = this.edge;
    return compare(rank, columns, columns.data.first, this.edge) > 0 ? rank : null;
  }

  /** Whether nothing of that rank can come on the page, nor anything better. */
  isBeaten(rank: number): boolean {
    return rank <= (this.stretch.after?.rank ?? 0);
  }

  private part(at: number, rank: number, bits: Bits, view: View, columns: Columns): void {
    if (this.isEarly(rank + this.#span[at]!) || this.isLate(rank)) return;
    const level = this.levels[at];
    if (!level) {
      this.addEach(rank, bits, view, columns);
      return;
    }
    const { taken, rest } = this.scan.levelRoom(at);
    rest.set(bits.subarray(0, view.words));
    for (const [place, condition] of level.cases.entries()) {
      const reached = rank + place * level.step;
      // What follows comes later still.
      if (this.isLate(reached)) return;
      const fits = this.scan.placesOf(condition, view);
      const { isShared, isLeft } = partBits(rest, fits, taken, view.words);
      if (isShared) this.part(at + 1, reached, taken, view, columns);
      if (!isLeft) return;
    }
    this.part(at + 1, rank + level.cases.length * level.step, rest, view, columns);
  }

  /** Whether everything up to this rank comes before the page. */
  private isEarly(rank: number): boolean {
    const { after, isBackward } = this.stretch;
    if (after && rank < after.rank) return true;
    return isBackward && this.isFull && rank < this.edge.rank;
  }

  /** Whether everything from this rank on comes after the page. */
  private isLate(rank: number): boolean {
    const { before, isBackward } = this.stretch;
    if (before && rank > before.rank) return true;
    return !isBackward && this.isFull && rank > this.edge.rank;
  }

  private addEach(rank: number, bits: Bits, view: View, columns: Columns): void {
    const { after, before, isBackward } = this.stretch;
    for (let at = 0; at < view.words; at++) {
      for (let word = bits[at]!; word !== 0; word &= word - 1) {
        const place = (at << 5) + 31 - Math.clz32(word & -word);
        const slot = view.isList ? view.slots[place]! : place;
        if (after && compare(rank, columns, slot, after) <= 0) continue;
        if (before && compare(rank, columns, slot, before) >= 0) continue;
        if (this.isFull && compare(rank, columns, slot, this.edge) > 0 !== isBackward) continue;
        this.keep(rank, columns, slot);
      }
    }
  }

  private keep(rank: number, columns: Columns, slot: number): void {
    const kept = this.#kept;
    let [low, high] = [0, kept.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(rank, columns, slot, kept[middle]!) > 0) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, { rank, ...columns.placeOf(slot), columns, slot });
    if (kept.length <= this.stretch.count) return;
    if (this.stretch.isBackward) kept.shift();
    else kept.pop();
  }

  private get isFull(): boolean {
    return this.#kept.length === this.stretch.count;
  }

  /** The kept hit that is the first to go. */
  private get edge(): Ranked {
    return this.#kept[this.stretch.isBackward ? 0 : this.#kept.length - 1]!;
  }
}

/** Above 0 where the slot comes after the place, below where it comes before. */
function compare(rank: number, columns: Columns, slot: number, place: Place): number {
  return rank - place.rank || columns.compare(slot, place);
}
