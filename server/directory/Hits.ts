import type { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import type { Page } from '#server/common/pageOf.ts';
import type { Explained } from './Explained.ts';
import type { FacetName } from './facetOf.ts';

/** Which hits: so many from one end, or from a place in the order, which is not among them. */
export interface HitPage extends Pick<Page, 'size' | 'isBackward'> {
  readonly after: readonly unknown[] | null;
  readonly before: readonly unknown[] | null;
}

/** What one wants to know of the hits. Nothing else is read. */
export interface Wanted {
  readonly page: HitPage | null;
  readonly hasWhy: boolean;
  readonly hasTotal: boolean;
  readonly facets: readonly FacetName[];
  /** How many hits are counted and ordered at most; the usual number where it is not said. */
  readonly most?: number;
}

/** An entry that was found. */
export interface Hit extends Explained {
  readonly id: string;
  readonly isReachable: boolean;
  readonly verifiedOn: string | null;
  readonly verifiedBy: VerificationMethod | null;
  /** Months from then until somebody should ask again. */
  readonly dueMonths: number;
  /** Its place in the order. */
  readonly key: readonly unknown[];
}

export interface Hits {
  /** One more than the page holds, where there are more. */
  readonly found: readonly Hit[];
  readonly total: number;
  /** Whether there are more than `total`: then all that is told is of the first of them. */
  readonly isCapped: boolean;
  readonly facets: ReadonlyMap<
    FacetName,
    readonly { readonly value: string; readonly count: number }[]
  >;
}

/** Nothing found. */
export const noHits: Hits = { found: [], total: 0, isCapped: false, facets: new Map() };
