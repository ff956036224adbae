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

const MOST = 0xffff;

/** Fasettverdier. A number for every value of every facet: an entry has one list of them all. */
export class FacetValues {
  readonly facets: ListedFacet[] = [];
  readonly values: string[] = [];
  readonly #numbers = new Map<ListedFacet, Map<string, number>>(
    listedFacets.map((facet) => [facet, new Map()]),
  );

  /** Throws when there are more values than a list can tell apart: then the database answers. */
  numberOf(facet: ListedFacet, value: string): number {
    const known = this.#numbers.get(facet)!.get(value);
    if (known !== undefined) return known;
    const number = this.values.length;
    if (number > MOST)
      throw new Error('The register has more facet values than memory is made for');
    this.facets.push(facet);
    this.values.push(value);
    this.#numbers.get(facet)!.set(value, number);
    return number;
  }
}
