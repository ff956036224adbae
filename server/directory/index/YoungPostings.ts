import { type Bits, hasBit, setBit } from './bits.ts';
import type { Postings, SlotList } from './Postings.ts';
import type { Range } from './Terms.ts';

/** Forekomster som vokser. Those of entries that came after the load: few, so that a range may be found by asking each lexeme. */
export class YoungPostings implements Postings {
  readonly #slots = new Map<number, number[]>();
  #count = 0;

  add(lexeme: number, slot: number): void {
    const slots = this.#slots.get(lexeme);
    if (slots) slots.push(slot);
    else this.#slots.set(lexeme, [slot]);
    this.#count += 1;
  }

  get bytes(): number {
    return this.#count * 8 + this.#slots.size * 64;
  }

  count(range: Range): number {
    let count = 0;
    for (const slots of this.within(range)) count += slots.length;
    return count;
  }

  addTo(bits: Bits, range: Range): void {
    for (const slots of this.within(range)) for (const slot of slots) setBit(bits, slot);
  }

  addListed(bits: Bits, range: Range, { members, places }: SlotList): void {
    for (const slots of this.within(range)) {
      for (const slot of slots) if (hasBit(members, slot)) setBit(bits, places[slot]!);
    }
  }

  private *within({ from, to }: Range): Iterable<readonly number[]> {
    if (to - from === 1) {
      yield this.#slots.get(from) ?? [];
      return;
    }
    for (const [lexeme, slots] of this.#slots) if (lexeme >= from && lexeme < to) yield slots;
  }
}
