import type { Bits } from './bits.ts';
import type { Columns } from './Columns.ts';
import type { NameKeys } from './NameKeys.ts';
import type { Postings } from './Postings.ts';
import type { Segment } from './Segment.ts';

/** As many as the audiences that viewers have, and the states of freshness that they filter by. */
const MOST_KEPT = 16;

/** Del som ikke endres. What was loaded. */
export class SealedSegment implements Segment {
  readonly #kept = new Map<string, Bits>();
  #facetCounts: Uint32Array | undefined;

  constructor(
    readonly columns: Columns,
    readonly names: Postings,
    readonly others: Postings,
    readonly keys: NameKeys,
  ) {}

  get bytes(): number {
    const parts = [this.columns, this.names, this.others, this.keys];
    return parts.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  get facetCounts(): Uint32Array {
    return (this.#facetCounts ??= countsOf(this.columns));
  }

  kept(key: string): Bits | null {
    return this.#kept.get(key) ?? null;
  }

  keep(key: string, make: () => Bits): Bits {
    const bits = make();
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, bits);
    return bits;
  }
}

function countsOf({ data: { facets, facetStarts, size } }: Columns): Uint32Array {
  const held = facets.subarray(0, facetStarts[size]);
  const counts = new Uint32Array(held.reduce((most, value) => Math.max(most, value + 1), 0));
  for (const value of held) counts[value]! += 1;
  return counts;
}
