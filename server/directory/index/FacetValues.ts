/** The facets whose values are lists or codes of an entry. */
export const listedFacets = [
  'kinds',
  'languages',
  'areas',
  'topics',
  'communities',
  'willingness',
] as const;
export type ListedFacet = (typeof listedFacets)[number];

/** The value of a facet. */
export interface FacetValue {
  readonly facet: ListedFacet;
  readonly value: string;
}

const MOST = 0xffff;

/** Fasettverdier. A number for every value of every facet: an entry has one list of them all. */
export class FacetValues {
  /** By number. */
  readonly all: FacetValue[] = [];
  readonly #numbers = new Map<ListedFacet, Map<string, number>>(
    listedFacets.map((facet) => [facet, new Map()]),
  );

  /** `known`: by number. */
  constructor(known: readonly FacetValue[] = []) {
    for (const { facet, value } of known) this.numberOf(facet, value);
  }

  /** Throws when there are more values than a list can tell apart: then the database answers. */
  numberOf(facet: ListedFacet, value: string): number {
    const numbers = this.#numbers.get(facet)!;
    const known = numbers.get(value);
    if (known !== undefined) return known;
    const number = this.all.length;
    if (number > MOST)
      throw new Error('The register has more facet values than memory is made for');
    this.all.push({ facet, value });
    numbers.set(value, number);
    return number;
  }
}
