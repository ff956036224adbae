import type { ColumnsData } from './ColumnsData.ts';
import type { FacetValue } from './FacetValues.ts';
import type { PostingsData } from './SealedPostings.ts';

/** A segment as it is sent. */
export interface SegmentData {
  readonly columns: ColumnsData;
  readonly names: PostingsData;
  readonly others: PostingsData;
  readonly keys: Uint32Array;
}

/** What the process that loads is told. */
export interface LoadOrder {
  readonly url: string;
  readonly query: string;
  readonly segmentSize: number;
}

/** What it sends: words in order and segments, as often as it takes; then the end. */
export type LoadMessage =
  | { readonly words: readonly string[] }
  | { readonly segment: SegmentData }
  | { readonly tags: readonly string[]; readonly facetValues: readonly FacetValue[] };
