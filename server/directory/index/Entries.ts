import { type Bits, clearBit, hasBit, setAll, setBit, wordsFor } from './bits.ts';
import type { EntryRow } from './EntryRow.ts';
import type { FacetValues } from './FacetValues.ts';
import type { Segment } from './Segment.ts';
import type { Terms } from './Terms.ts';
import { YOUNG_SLOTS, YoungSegment } from './YoungSegment.ts';

/** A segment, and which of its slots hold an entry as it is now. */
export interface Part {
  readonly segment: Segment;
  readonly alive: Bits;
}

/** So many changes later it is time to load anew: what is young is larger and slower than what is sealed. */
const MOST_CHANGES = 100_000;

/**
 * Oppføringer. All entries in memory.
 *
 * An entry that changes gets a new slot, and its former one is no longer alive. Whoever searches holds on to `parts`: lists that never
 * change, so that a search that lets others in between sees one state of things from beginning to end.
 */
export class Entries {
  #parts: readonly Part[];
  #young: YoungSegment | null = null;
  #changed = 0;

  constructor(
    readonly terms: Terms,
    readonly facetValues: FacetValues,
    segments: readonly Segment[],
  ) {
    this.#parts = segments.map((segment) => {
      const { size } = segment.columns;
      const alive: Bits = new Int32Array(wordsFor(size));
      setAll(alive, size);
      return { segment, alive };
    });
  }

  get parts(): readonly Part[] {
    return this.#parts;
  }

  /** How many entries were written since the load. */
  get changes(): number {
    return this.#changed;
  }

  get isWorn(): boolean {
    return this.#changed > MOST_CHANGES;
  }

  get bytes(): number {
    return this.#parts.reduce((sum, { segment }) => sum + segment.bytes, 0);
  }

  /** Makes these entries what the rows say; those without a row are gone. */
  change(ids: readonly string[], rows: readonly EntryRow[]): void {
    const parts = this.#parts.map((part) => {
      const gone = ids
        .flatMap((id) => part.segment.columns.slotsOf(id))
        .filter((slot) => hasBit(part.alive, slot));
      if (!gone.length) return part;
      const alive = part.alive.slice();
      for (const slot of gone) clearBit(alive, slot);
      return { ...part, alive };
    });
    for (const row of rows) {
      if (!this.#young || this.#young.isFull) {
        this.#young = new YoungSegment(this.terms, this.facetValues);
        parts.push({
          segment: this.#young,
          alive: new Int32Array(wordsFor(YOUNG_SLOTS)),
        });
      }
      const slot = this.#young.add(row);
      const last = parts.length - 1;
      const young = parts[last]!;
      const alive = young === this.#parts[last] ? young.alive.slice() : young.alive;
      setBit(alive, slot);
      parts[last] = { segment: this.#young, alive };
    }
    this.#changed += ids.length;
    this.#parts = parts;
  }
}
