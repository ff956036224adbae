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

/** Forekomster as the bytes they are, to be sent from where they are made to where they are used. */
export interface PostingsData {
  /** In the order of their numbers. */
  readonly lexemes: Uint32Array;
  /** The slots of the lexeme at place 3 stand from `starts[3]` up to `starts[4]`. */
  readonly starts: Uint32Array;
  readonly slots: Uint16Array;
  /** Lexemes that many slots have, and which therefore have bits instead: their places, their bits, how many they are. */
  readonly dense: {
    readonly at: Uint32Array;
    readonly bits: readonly Bits[];
    readonly counts: readonly number[];
  };
}

/**
 * Forekomster som ikke endres. The lexemes in the order of their numbers, the slots of all of them in one row: whatever begins alike
 * is read from one place to another, however many words that is.
 */
export class SealedPostings implements Postings {
  readonly data: PostingsData;

  constructor(data: PostingsData) {
    this.data = data;
  }

  /** Turns «slot by slot» into «lexeme by lexeme». `numbers`: how many lexemes there are in all. */
  static of({ starts, lexemes, size }: LexemesBySlot, numbers: number): SealedPostings {
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

    const slots = new Uint16Array(total);
    for (let slot = 0; slot < size; slot++) {
      for (let place = starts[slot]!; place < starts[slot + 1]!; place++) {
        const lexeme = all[place]!;
        if (counts[lexeme]! * DENSE <= size) slots[next[lexeme]!++] = slot;
        else setBit(denseOf.get(lexeme)!, slot);
      }
    }
    const dense = { at: Uint32Array.from(at), bits, counts: denseCounts };
    return new SealedPostings({ lexemes: inOrder, starts: firsts, slots, dense });
  }

  /** The same when lexemes have got new numbers. */
  renumbered(numbers: Uint32Array): SealedPostings {
    const before = this.data;
    const count = before.lexemes.length;
    const shift = 2 ** 20;
    const keys = Float64Array.from(before.lexemes, (lexeme, at) => numbers[lexeme]! * shift + at);
    keys.sort();
    const lexemes = new Uint32Array(count);
    const starts = new Uint32Array(count + 1);
    const slots = new Uint16Array(before.slots.length);
    const places = new Uint32Array(count);
    let total = 0;
    for (let place = 0; place < count; place++) {
      const former = keys[place]! % shift;
      lexemes[place] = numbers[before.lexemes[former]!]!;
      places[former] = place;
      starts[place] = total;
      for (let at = before.starts[former]!; at < before.starts[former + 1]!; at++) {
        slots[total++] = before.slots[at]!;
      }
    }
    starts[count] = total;
    const { at, bits, counts } = before.dense;
    const order = [...at.keys()].sort((one, other) => places[at[one]!]! - places[at[other]!]!);
    const dense = {
      at: Uint32Array.from(order, (it) => places[at[it]!]!),
      bits: order.map((it) => bits[it]!),
      counts: order.map((it) => counts[it]!),
    };
    return new SealedPostings({ lexemes, starts, slots, dense });
  }

  get bytes(): number {
    const { lexemes, starts, slots, dense } = this.data;
    const bits = dense.bits.reduce((sum, { byteLength }) => sum + byteLength, 0);
    return lexemes.byteLength + starts.byteLength + slots.byteLength + bits;
  }

  count(range: Range): number {
    const first = this.placeOf(range.from);
    const last = this.endOf(range, first);
    let count = this.data.starts[last]! - this.data.starts[first]!;
    for (let it = this.denseFrom(first, last); this.isDenseBefore(it, last); it++) {
      count += this.data.dense.counts[it]!;
    }
    return count;
  }

  addTo(bits: Bits, range: Range): void {
    const first = this.placeOf(range.from);
    const last = this.endOf(range, first);
    const { slots } = this.data;
    const end = this.data.starts[last]!;
    for (let at = this.data.starts[first]!; at < end; at++) {
      const slot = slots[at]!;
      bits[slot >>> 5]! |= 1 << (slot & 31);
    }
    for (let it = this.denseFrom(first, last); this.isDenseBefore(it, last); it++) {
      const own = this.data.dense.bits[it]!;
      addBits(bits, own, own.length);
    }
  }

  addListed(bits: Bits, range: Range, list: SlotList): void {
    const first = this.placeOf(range.from);
    const last = this.endOf(range, first);
    const [start, end] = [this.data.starts[first]!, this.data.starts[last]!];
    if (last - first === 1 && list.size * LOOK < end - start) this.lookUp(bits, list, start, end);
    else this.readThrough(bits, list, start, end);
    for (let it = this.denseFrom(first, last); this.isDenseBefore(it, last); it++) {
      const own = this.data.dense.bits[it]!;
      for (let place = 0; place < list.size; place++) {
        if (hasBit(own, list.slots[place]!)) setBit(bits, place);
      }
    }
  }

  /** Asks for each of the list, in the slots of one lexeme. */
  private lookUp(bits: Bits, list: SlotList, start: number, end: number): void {
    for (let place = 0, at = start; place < list.size && at < end; place++) {
      const slot = list.slots[place]!;
      at = lowerBound(this.data.slots, slot, at, end);
      if (at < end && this.data.slots[at] === slot) setBit(bits, place);
    }
  }

  private readThrough(bits: Bits, list: SlotList, start: number, end: number): void {
    const { slots } = this.data;
    const { members, places } = list;
    for (let at = start; at < end; at++) {
      const slot = slots[at]!;
      if (hasBit(members, slot)) setBit(bits, places[slot]!);
    }
  }

  private placeOf(lexeme: number): number {
    return lowerBound(this.data.lexemes, lexeme, 0, this.data.lexemes.length);
  }

  private endOf({ from, to }: Range, first: number): number {
    if (to - from > 1) return lowerBound(this.data.lexemes, to, first, this.data.lexemes.length);
    return this.data.lexemes[first] === from ? first + 1 : first;
  }

  /** The first dense lexeme of the range. A single lexeme that has slots of its own is none. */
  private denseFrom(first: number, last: number): number {
    const { at } = this.data.dense;
    if (first === last) return at.length;
    const isSingle = last - first === 1;
    if (isSingle && this.data.starts[first] !== this.data.starts[last]) return at.length;
    return lowerBound(at, first, 0, at.length);
  }

  private isDenseBefore(it: number, last: number): boolean {
    return it < this.data.dense.at.length && this.data.dense.at[it]! < last;
  }
}
