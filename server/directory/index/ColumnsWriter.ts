import { Columns } from './Columns.ts';
import {
  type ColumnsData,
  homeOf,
  ID,
  LONGEST_NAME,
  NOBODY,
  PERSON,
  REACH_SHIFT,
} from './ColumnsData.ts';
import { type EntryRow, itemsOf } from './EntryRow.ts';
import type { FacetValues, ListedFacet } from './FacetValues.ts';

/** Skriver kolonner, one entry after another. */
export class ColumnsWriter {
  readonly data: ColumnsData;
  readonly #columns: Columns;
  readonly #facetValues: FacetValues;

  constructor(capacity: number, facetValues: FacetValues) {
    this.#facetValues = facetValues;
    this.data = {
      size: 0,
      first: 0,
      ids: new Uint8Array(capacity * ID),
      places: new Uint16Array(tableSize(capacity)).fill(NOBODY),
      flags: new Uint8Array(capacity),
      methods: new Uint8Array(capacity),
      nameLengths: new Uint8Array(capacity),
      ages: new Int32Array(capacity),
      months: new Uint8Array(capacity),
      closings: new Int32Array(capacity),
      facetStarts: new Uint32Array(capacity + 1),
      facets: new Uint16Array(1024),
      nameStarts: new Uint32Array(capacity + 1),
      names: new Uint8Array(4096),
    };
    this.#columns = new Columns(this.data);
  }

  /** Gives the slot of the entry. */
  add(row: EntryRow): number {
    const [id, kind, sortName, , nameLength, , , , languages, areas, topics, communities] = row;
    const [, , , , , , , , , , , , willingness, phone, reach, age, method, closesIn, months] = row;
    const { data } = this;
    const slot = data.size;
    data.ids.set(Buffer.from(id.replaceAll('-', ''), 'hex'), slot * ID);
    data.flags[slot] = phone | (reach << REACH_SHIFT) | (kind === null ? PERSON : 0);
    data.methods[slot] = method;
    data.nameLengths[slot] = Math.min(nameLength, LONGEST_NAME);
    data.ages[slot] = age;
    data.months[slot] = months;
    data.closings[slot] = closesIn;
    this.addFacets(slot, [
      ...this.numbersOf('kinds', kind ?? ''),
      ...this.numbersOf('languages', languages),
      ...this.numbersOf('areas', areas),
      ...this.numbersOf('topics', topics),
      ...this.numbersOf('communities', communities),
      ...this.numbersOf('willingness', willingness),
    ]);
    this.addName(slot, sortName);
    data.size = slot + 1;
    if (this.#columns.compare(slot, this.#columns.placeOf(data.first)) < 0) data.first = slot;
    place(data, slot);
    return slot;
  }

  /** What was written, without the room that was not needed. */
  sealed(): ColumnsData {
    const { data } = this;
    const { size } = data;
    const sealed: ColumnsData = {
      size,
      first: data.first,
      ids: data.ids.slice(0, size * ID),
      places: new Uint16Array(tableSize(size)).fill(NOBODY),
      flags: data.flags.slice(0, size),
      methods: data.methods.slice(0, size),
      nameLengths: data.nameLengths.slice(0, size),
      ages: data.ages.slice(0, size),
      months: data.months.slice(0, size),
      closings: data.closings.slice(0, size),
      facetStarts: data.facetStarts.slice(0, size + 1),
      facets: data.facets.slice(0, data.facetStarts[size]),
      nameStarts: data.nameStarts.slice(0, size + 1),
      names: data.names.slice(0, data.nameStarts[size]),
    };
    for (let slot = 0; slot < size; slot++) place(sealed, slot);
    return sealed;
  }

  /** Forgets what was written; the room is used again. */
  clear(): void {
    this.data.size = this.data.first = 0;
    this.data.places.fill(NOBODY);
  }

  private numbersOf(facet: ListedFacet, values: string): number[] {
    return itemsOf(values).map((value) => this.#facetValues.numberOf(facet, value));
  }

  private addFacets(slot: number, facets: readonly number[]): void {
    const { data } = this;
    const start = data.facetStarts[slot]!;
    const end = start + facets.length;
    if (end > data.facets.length) {
      const larger = new Uint16Array(Math.max(end, data.facets.length * 2));
      larger.set(data.facets);
      data.facets = larger;
    }
    data.facets.set(facets, start);
    data.facetStarts[slot + 1] = end;
  }

  private addName(slot: number, name: string): void {
    const { data } = this;
    const bytes = Buffer.from(name);
    const start = data.nameStarts[slot]!;
    const end = start + bytes.length;
    if (end > data.names.length) {
      const larger = new Uint8Array(Math.max(end, data.names.length * 2));
      larger.set(data.names);
      data.names = larger;
    }
    data.names.set(bytes, start);
    data.nameStarts[slot + 1] = end;
  }
}

/** A power of two, twice as many as there are slots or more. */
const tableSize = (slots: number): number => 2 ** Math.ceil(Math.log2(slots * 2 + 2));

function place({ places, ids }: ColumnsData, slot: number): void {
  const mask = places.length - 1;
  let at = homeOf(ids, slot * ID) & mask;
  while (places[at] !== NOBODY) at = (at + 1) & mask;
  places[at] = slot;
}
