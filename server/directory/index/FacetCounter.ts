import { FreshnessState } from '#schema/common/FreshnessState.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { freshnessLimits } from '#server/common/freshnessOf.ts';
import type { FacetName } from '#server/directory/facetOf.ts';
import type { Hits } from '#server/directory/Hits.ts';
import { maskOf } from '#server/directory/maskOf.ts';
import { type Asker, tags } from '#server/directory/lexemes.ts';
import { whenOfState } from '#server/directory/narrow.ts';
import { lexeme } from '#server/directory/tsquery.ts';
import { countShared, listBits, othersThan } from './bits.ts';
import type { Columns } from './Columns.ts';
import { MOST_SLOTS } from './ColumnsData.ts';
import type { Compiler } from './Compiler.ts';
import { type FacetValues, listedFacets } from './FacetValues.ts';
import type { Node } from './Node.ts';
import type { Scan, SegmentHits } from './Scan.ts';
import type { Segment } from './Segment.ts';
import { verifiedIn } from './verifiedIn.ts';

/** A value of a facet that is counted by what it asks of an entry. */
interface Case {
  readonly facet: FacetName;
  readonly value: string;
  readonly node: Node;
  count: number;
}

/** Teller. Counts the hits in every way that is asked for, each of them, however many there are. */
export class FacetCounter {
  readonly #slots = new Uint16Array(MOST_SLOTS);
  readonly #cases: readonly Case[];
  /** By number of the value. */
  readonly #counts: Uint32Array;
  readonly #isListed: boolean;

  constructor(
    private readonly facets: readonly FacetName[],
    private readonly facetValues: FacetValues,
    compiler: Compiler,
    asker: Asker,
    today: string,
  ) {
    this.#cases = facets.flatMap((facet) => casesOf(facet, compiler, asker, today));
    this.#counts = new Uint32Array(facetValues.all.length);
    this.#isListed = listedFacets.some((facet) => facets.includes(facet));
  }

  add({ view, bits, count }: SegmentHits, { columns, facetCounts }: Segment, scan: Scan): void {
    for (const it of this.#cases) {
      it.count += countShared(bits, scan.placesOf(it.node, view), view.words);
    }
    if (!this.#isListed) return;
    if (view.isList) this.count(columns, view.slots, count, 1);
    else if (!facetCounts || count * 2 < view.size) {
      this.count(columns, this.#slots, listBits(bits, view.words, this.#slots), 1);
    } else {
      // Most are hits: all there are, without the few that are not.
      const rest = othersThan(bits, view.size, scan.take(view));
      for (const [value, all] of facetCounts.entries()) this.#counts[value]! += all;
      this.count(columns, this.#slots, listBits(rest, view.words, this.#slots), -1);
    }
  }

  private count({ data }: Columns, slots: Uint16Array, size: number, step: 1 | -1): void {
    const { facets, facetStarts } = data;
    const counts = this.#counts;
    for (let at = 0; at < size; at++) {
      const slot = slots[at]!;
      const end = facetStarts[slot + 1]!;
      for (let place = facetStarts[slot]!; place < end; place++) counts[facets[place]!]! += step;
    }
  }

  /** What was counted, as the database gives it. */
  result(): Hits['facets'] {
    const counted = new Map<FacetName, { value: string; count: number }[]>(
      this.facets.map((facet) => [facet, []]),
    );
    for (const { facet, value, count } of this.#cases) {
      if (count || facet === 'hasPhone') counted.get(facet)?.push({ value, count });
    }
    for (const [at, { facet, value }] of this.facetValues.all.entries()) {
      const count = this.#counts[at]!;
      if (count) counted.get(facet)?.push({ value, count });
    }
    return counted;
  }
}

function casesOf(facet: FacetName, compiler: Compiler, asker: Asker, today: string): Case[] {
  const of = (value: string, node: Node): Case => ({ facet, value, node, count: 0 });
  switch (facet) {
    case 'only':
      return Object.values(RecordKind).map((record) =>
        of(record, compiler.condition(lexeme(tags.record(record)))),
      );
    case 'freshness': {
      const limits = freshnessLimits(today);
      return Object.values(FreshnessState).map((state) =>
        of(state, verifiedIn(compiler, whenOfState(state, limits))),
      );
    }
    case 'hasPhone': {
      const audiences = maskOf(asker);
      const key = `phone for ${audiences}`;
      const hasPhone = compiler.fact(key, (columns, ...where) =>
        columns.addPhones(audiences, ...where),
      );
      return [of('true', hasPhone)];
    }
    default:
      return [];
  }
}
