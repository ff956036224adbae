import type { Bits } from './bits.ts';
import type { Columns } from './Columns.ts';
import type { NameKeys } from './NameKeys.ts';
import type { Postings } from './Postings.ts';

/**
 * Del. At most 65,535 entries. What is asked is asked of one segment after another: all that is needed of it fits where the processor has
 * it at hand, and others get their turn in between.
 */
export interface Segment {
  readonly columns: Columns;
  /** Lexemes of names. */
  readonly names: Postings;
  /** All other lexemes: words of affiliations, tags. */
  readonly others: Postings;
  readonly keys: NameKeys;
  readonly bytes: number;
  /** How many entries have each value of a facet, by its number, the dead ones too; null where that is not known. */
  readonly facetCounts: Uint32Array | null;
  /** Facts that many questions ask for, such as who can be reached today: kept where slots do not change. */
  kept(key: string): Bits | null;
  /** Makes bits to keep; null where nothing is kept. */
  keep(key: string, make: () => Bits): Bits | null;
}
