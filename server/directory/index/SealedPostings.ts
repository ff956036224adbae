import { setImmediate as pause } from 'node:timers/promises';

import { type Bits, addBits, hasBit, lowerBound, setBit, wordsFor } from './bits.ts';
import type { Postings, SlotList } from './Postings.ts';
import type { Range } from './Terms.ts';

/** The lexemes of each slot in turn: those of slot 3 stand from `starts[3]` up to `starts[4]`. */
export interface LexemesBySlot {
  readonly starts: Uint32Array;
  readonly lexemes: Uint32Array;
  readonly size: number;
}

/** What so many slots have takes less room, and is joined faster, as bits. */
const DENSE = 16;
/** So many looks into a sorted list cost as much as reading it through. */
const LOOK = 16;

/** So many slots are few enough to be taken in one go. */
const SLICE = 16_384;

/** A lexeme that many slots have. */
interface Dense {
  /** The places of the lexemes in the order, ascending. */
  readonly at: Uint32Array;
  readonly bits: readonly Bits[];
  readonly counts: readonly number[];
}

/**
 * Forekomster som ikke endres. The lexemes in the order of their numbers, the slots of all of them in one row: whatever begins alike
 * is read from one place to another, however many words that is.
 */
export class SealedPostings implements Postings {
  private constructor(
    private readonly lexemes: Uint32Array,
    private readonly starts: Uint32Array,
    private readonly slots: Uint16Array,
    private readonly dense: Dense,
  ) {}

  /** Turns «slot by slot» into «lexeme by lexeme», a little at a time. `numbers`: how many lexemes there are in all. */
  static async of(
    { starts, lexemes, size }: LexemesBySlot,
    numbers: number,
  ): Promise<SealedPostings> {
    const all = lexemes.subarray(0, starts[size]);
    const counts = new Uint32Array(numbers);
    const distinct: number[] = [];
    for (const lexeme of all) if (counts[lexeme]!++ === 0) distinct.push(lexeme);
    const inOrder = Uint32Array.from(distinct).sort();

    const firsts = new Uint32Array(inOrder.length + 1);
    const next = new Uint32Array(numbers);
    const [at, bits, denseCounts]: [number[], Bits[], number[]] = [[], [], []];
    const denseOf = new Map<number, Bits>();
    let total = 0;
    for (let place = 0; place < inOrder.length; place++) {
      const lexeme = inOrder[place]!;
      const count = counts[lexeme]!;
      firsts[place] = next[lexeme] = total;
      if (count * DENSE <= size) {
        total += count;
        continue;
      }
      const own: Bits = new Int32Array(wordsFor(size));
      denseOf.set(lexeme, own);
      at.push(place);
      bits.push(own);
      denseCounts.push(count);
    }
    firsts[inOrder.length] = total;
    await pause();

    const slots = new Uint16Array(total);
    for (let slot = 0; slot < size; slot++) {
      if (slot % SLICE === SLICE - 1) await pause();
      for (let place = starts[slot]!; place < starts[slot + 1]!; place++) {
        const lexeme = all[place]!;
        if (counts[lexeme]! * DENSE <= size) slots[next[lexeme]!++] = slot;
        else setBit(denseOf.get(lexeme)!, slot);
      }
    }
    const dense = { at: Uint32Array.from(at), bits, counts: denseCounts };
    return new SealedPostings(inOrder, firsts, slots, dense);
  }

  /** The same when lexemes have got new numbers. */
  renumbered(numbers: Uint32Array): SealedPostings {
    const count = this.lexemes.length;
    const shift = 2 ** 20;
    const keys = Float64Array.from(this.lexemes, (lexeme, at) => numbers[lexeme]! * shift + at);
    keys.sort();
    const lexemes = new Uint32Array(count);
    const starts = new Uint32Array(count + 1);
    const slots = new Uint16Array(this.slots.length);
    const places = new Uint32Array(count);
    let total = 0;
    for (let place = 0; place < count; place++) {
      const former = keys[place]! % shift;
      lexemes[place] = numbers[this.lexemes[former]!]!;
      places[former] = place;
      starts[place] = total;
      for (let at = this.starts[former]!; at < this.starts[former + 1]!; at++) {
        slots[total++] = this.slots[at]!;
      }
    }
    starts[count] = total;
    const order = [...this.dense.at.keys()].sort(
      (one, other) => places[this.dense.at[one]!]! - places[this.dense.at[other]!]!,
    );
    return new SealedPostings(lexemes, starts, slots, {
      at: Uint32Array.from(order, (it) => places[this.dense.at[it]!]!),
      bits: order.map((it) => this.dense.bits[it]!),
      counts: order.map((it) => this.dense.counts[it]!),
    });
  }

  get bytes(): number {
    const { lexemes, starts, slots, dense } = this;
    const bits = dense.bits.reduce((sum, { byteLength }) => sum + byteLength, 0);
    return lexemes.byteLength + starts.byteLength + slots.byteLength + bits;
  }

  count(range: Range): number {
    const first = this.placeOf(range.from);
    const last = this.endOf(range, first);
    let count = this.starts[last]! - this.starts[first]!;
    for (let it = this.denseFrom(first, last); this.isDenseBefore(it, last); it++) {
      count += this.dense.counts[it]!;
    }
    return count;
  }

  addTo(bits: Bits, range: Range): void {
    const first = this.placeOf(range.from);
    const last = this.endOf(range, first);
    const { slots } = this;
    const end = this.starts[last]!;
    for (let at = this.starts[first]!; at < end; at++) {
      const slot = slots[at]!;
      bits[slot >>> 5]! |= 1 << (slot & 31);
    }
    for (let it = this.denseFrom(first, last); this.isDenseBefore(it, last); it++) {
      const own = this.dense.bits[it]!;
      addBits(bits, own, own.length);
    }
  }

  addListed(bits: Bits, range: Range, list: SlotList): void {
    const first = this.placeOf(range.from);
    const last = this.endOf(range, first);
    const [start, end] = [this.starts[first]!, this.starts[last]!];
    if (last - first === 1 && list.size * LOOK < end - start) this.lookUp(bits, list, start, end);
    else this.readThrough(bits, list, start, end);
    for (let it = this.denseFrom(first, last); this.isDenseBefore(it, last); it++) {
      const own = this.dense.bits[it]!;
      for (let place = 0; place < list.size; place++) {
        if (hasBit(own, list.slots[place]!)) setBit(bits, place);
      }
    }
  }

  /** Asks for each of the list, in the slots of one lexeme. */
  private lookUp(bits: Bits, list: SlotList, start: number, end: number): void {
    for (let place = 0, at = start; place < list.size && at < end; place++) {
      const slot = list.slots[place]!;
      at = lowerBound(this.slots, slot, at, end);
      if (at < end && this.slots[at] === slot) setBit(bits, place);
    }
  }

  private readThrough(bits: Bits, list: SlotList, start: number, end: number): void {
    const { slots } = this;
    const { members, places } = list;
    for (let at = start; at < end; at++) {
      const slot = slots[at]!;
      if (hasBit(members, slot)) setBit(bits, places[slot]!);
    }
  }

  private placeOf(lexeme: number): number {
    return lowerBound(this.lexemes, lexeme, 0, this.lexemes.length);
  }

  private endOf({ from, to }: Range, first: number): number {
    if (to - from > 1) return lowerBound(this.lexemes, to, first, this.lexemes.length);
    return this.lexemes[first] === from ? first + 1 : first;
  }

  /** The first dense lexeme of the range. A single lexeme that has slots of its own is none. */
  private denseFrom(first: number, last: number): number {
    const { at } = this.dense;
    if (first === last) return at.length;
    const isSingle = last - first === 1;
    if (isSingle && this.starts[first] !== this.starts[last]) return at.length;
    return lowerBound(at, first, 0, at.length);
  }

  private isDenseBefore(it: number, last: number): boolean {
    return it < this.dense.at.length && this.dense.at[it]! < last;
  }
}
