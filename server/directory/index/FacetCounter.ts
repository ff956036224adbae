import { FreshnessState } from '#schema/common/FreshnessState.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { freshnessLimits } from '#server/common/freshnessOf.ts';
import type { FacetName, Hits } from '#server/directory/findHits.ts';
import { listBits } from './bits.ts';
import type { Columns } from './Columns.ts';
import { MOST_SLOTS } from './ColumnsData.ts';
import { ageOf, NEVER } from './EntryRow.ts';
import type { FacetValues } from './FacetValues.ts';
import type { SegmentHits } from './Scan.ts';

const states = [
  FreshnessState.FRESH,
  FreshnessState.DUE,
  FreshnessState.STALE,
  FreshnessState.UNKNOWN,
];

/** Facets that an entry's list of values has. */
const isListed = (facet: FacetName): boolean =>
  facet !== 'only' && facet !== 'freshness' && facet !== 'hasPhone';

/** Teller. Counts the hits in every way that is asked for, each of them, however many there are. */
export class FacetCounter {
  readonly #slots = new Uint16Array(MOST_SLOTS);
  readonly #counts: Uint32Array;
  readonly #states = [0, 0, 0, 0];
  #people = 0;
  #organisations = 0;
  #phones = 0;
  readonly #fresh: number;
  readonly #due: number;

  constructor(
    private readonly facets: readonly FacetName[],
    private readonly facetValues: FacetValues,
    private readonly audiences: number,
    today: string,
  ) {
    this.#counts = new Uint32Array(facetValues.all.length);
    const { fresh, due } = freshnessLimits(today);
    [this.#fresh, this.#due] = [ageOf(fresh), ageOf(due)];
  }

  add({ view, bits, count }: SegmentHits, columns: Columns): void {
    const slots = view.isList ? view.slots : this.#slots;
    if (!view.isList) listBits(bits, view.words, slots);
    if (this.facets.some(isListed)) this.countValues(slots, count, columns);
    if (this.facets.includes('only')) this.countRecords(slots, count, columns);
    if (this.facets.includes('hasPhone')) this.countPhones(slots, count, columns);
    if (this.facets.includes('freshness')) this.countStates(slots, count, columns);
  }

  /** What was counted, as the database gives it. */
  result(): Hits['facets'] {
    return new Map(this.facets.map((facet) => [facet, this.resultOf(facet)]));
  }

  private countValues(slots: Uint16Array, count: number, columns: Columns): void {
    const { facets, facetStarts } = columns.data;
    const counts = this.#counts;
    for (let at = 0; at < count; at++) {
      const slot = slots[at]!;
      const end = facetStarts[slot + 1]!;
      for (let place = facetStarts[slot]!; place < end; place++) counts[facets[place]!]! += 1;
    }
  }

  private countRecords(slots: Uint16Array, count: number, columns: Columns): void {
    let people = 0;
    for (let at = 0; at < count; at++) if (columns.isPerson(slots[at]!)) people += 1;
    this.#people += people;
    this.#organisations += count - people;
  }

  private countPhones(slots: Uint16Array, count: number, columns: Columns): void {
    for (let at = 0; at < count; at++) {
      if (columns.hasPhone(slots[at]!, this.audiences)) this.#phones += 1;
    }
  }

  private countStates(slots: Uint16Array, count: number, columns: Columns): void {
    const { ages } = columns.data;
    for (let at = 0; at < count; at++) {
      const age = ages[slots[at]!]!;
      const state = age <= this.#fresh ? 0 : age <= this.#due ? 1 : age === NEVER ? 3 : 2;
      this.#states[state]! += 1;
    }
  }

  private resultOf(facet: FacetName): { value: string; count: number }[] {
    const counted = (pairs: readonly (readonly [value: string, count: number])[]) =>
      pairs.flatMap(([value, count]) => (count ? [{ value, count }] : []));
    switch (facet) {
      case 'hasPhone':
        return [{ value: 'true', count: this.#phones }];
      case 'only':
        return counted([
          [RecordKind.ORGANISATION, this.#organisations],
          [RecordKind.PERSON, this.#people],
        ]);
      case 'freshness':
        return counted(states.map((state, at) => [state, this.#states[at]!]));
      default:
        return counted(
          this.facetValues.all.flatMap((it, at) =>
            it.facet === facet ? [[it.value, this.#counts[at]!] as const] : [],
          ),
        );
    }
  }
}
