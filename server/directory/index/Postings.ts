import type { Bits } from './bits.ts';
import type { Range } from './Terms.ts';

/** Some slots of a segment, looked at alone: each has a place in the list, in their order. */
export interface SlotList {
  readonly slots: Uint16Array;
  readonly size: number;
  /** By slot: whether it is in the list, and at which place. */
  readonly members: Bits;
  readonly places: Uint16Array;
}

/** Forekomster. Which slots of a segment have a lexeme. */
export interface Postings {
  readonly bytes: number;
  /** How many slots have lexemes of the range, at most. */
  count(range: Range): number;
  /** Adds the slots that have a lexeme of the range. */
  addTo(bits: Bits, range: Range): void;
  /** Adds the places of those in the list that have. */
  addListed(bits: Bits, range: Range, list: SlotList): void;
}
