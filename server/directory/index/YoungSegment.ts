import { Columns } from './Columns.ts';
import { ColumnsWriter } from './ColumnsWriter.ts';
import { type EntryRow, itemsOf } from './EntryRow.ts';
import type { FacetValues } from './FacetValues.ts';
import { hashesOf, YoungNameKeys } from './NameKeys.ts';
import type { Segment } from './Segment.ts';
import { isLeftOut, type Terms } from './Terms.ts';
import { YoungPostings } from './YoungPostings.ts';

/** Few enough that a word's beginning is found by asking each word. */
export const YOUNG_SLOTS = 8_192;

/** Del som vokser. Entries that were made or changed since the load. */
export class YoungSegment implements Segment {
  readonly #writer: ColumnsWriter;
  readonly columns: Columns;
  readonly names = new YoungPostings();
  readonly others = new YoungPostings();
  readonly keys = new YoungNameKeys();

  constructor(
    private readonly terms: Terms,
    facetValues: FacetValues,
  ) {
    this.#writer = new ColumnsWriter(YOUNG_SLOTS, facetValues);
    this.columns = new Columns(this.#writer.data);
  }

  get isFull(): boolean {
    return this.columns.size === YOUNG_SLOTS;
  }

  get bytes(): number {
    const parts = [this.columns, this.names, this.others, this.keys];
    return parts.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  add(row: EntryRow): number {
    const slot = this.#writer.add(row);
    const [, , , , , , names, others] = row;
    for (const lexeme of itemsOf(names)) this.names.add(this.terms.add(lexeme), slot);
    for (const lexeme of itemsOf(others)) {
      if (!isLeftOut(lexeme)) this.others.add(this.terms.add(lexeme), slot);
    }
    for (const hash of hashesOf(row)) this.keys.add(hash, slot);
    return slot;
  }

  get facetCounts(): null {
    return null;
  }

  kept(): null {
    return null;
  }

  keep(): null {
    return null;
  }
}
