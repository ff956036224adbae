import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { type Bits, setBit } from './bits.ts';
import { type EntryRow, itemsOf, NEVER } from './EntryRow.ts';
import type { FacetValues } from './FacetValues.ts';

const ID = 16;
const NOBODY = 0xffff;

/** The most slots of a segment: numbered with 16 bits, of which one number means none. */
export const MOST_SLOTS = NOBODY;

const PERSON = 1 << 6;
const REACH_SHIFT = 3;
const AUDIENCES = 7;
const LONGEST = 255;

const methods: readonly (VerificationMethod | null)[] = [
  null,
  ...Object.values(VerificationMethod),
];

/** Kolonner. What is known of the entries of a segment, apart from their lexemes: one list per fact, the slot is the place in all of them. */
export class Columns {
  #size = 0;
  #ids: Buffer;
  /** The slots by their identifiers: an open hash table. */
  #places: Uint16Array;
  #flags: Uint8Array;
  #methods: Uint8Array;
  #nameLengths: Uint8Array;
  #ages: Int32Array;
  #closings: Int32Array;
  #facetStarts: Uint32Array;
  #facets = new Uint16Array(1024);
  #nameStarts: Uint32Array;
  #names = Buffer.alloc(4096);

  constructor(
    readonly capacity: number,
    private readonly facetValues: FacetValues,
  ) {
    this.#ids = Buffer.alloc(capacity * ID);
    this.#places = new Uint16Array(tableSize(capacity)).fill(NOBODY);
    this.#flags = new Uint8Array(capacity);
    this.#methods = new Uint8Array(capacity);
    this.#nameLengths = new Uint8Array(capacity);
    this.#ages = new Int32Array(capacity);
    this.#closings = new Int32Array(capacity);
    this.#facetStarts = new Uint32Array(capacity + 1);
    this.#nameStarts = new Uint32Array(capacity + 1);
  }

  get size(): number {
    return this.#size;
  }
  /** Days before the year 2000 of the last verification. */
  get ages(): Int32Array {
    return this.#ages;
  }
  /** The values of all facets: those of slot 3 stand from `facetStarts[3]` up to `facetStarts[4]`. */
  get facets(): Uint16Array {
    return this.#facets;
  }
  get facetStarts(): Uint32Array {
    return this.#facetStarts;
  }

  add(row: EntryRow): number {
    const [id, kind, sortName, , nameLength, , , , languages, areas, topics, communities] = row;
    const [, , , , , , , , , , , , willingness, phone, reach, age, method, closesIn] = row;
    const slot = this.#size;
    this.#ids.write(id.replaceAll('-', ''), slot * ID, 'hex');
    this.#flags[slot] = phone | (reach << REACH_SHIFT) | (kind === null ? PERSON : 0);
    this.#methods[slot] = methods.indexOf(method as VerificationMethod | null);
    this.#nameLengths[slot] = Math.min(nameLength, LONGEST);
    this.#ages[slot] = age;
    this.#closings[slot] = closesIn;
    const { facetValues } = this;
    const facets: number[] = kind === null ? [] : [facetValues.numberOf('kinds', kind)];
    for (const it of itemsOf(languages)) facets.push(facetValues.numberOf('languages', it));
    for (const it of itemsOf(areas)) facets.push(facetValues.numberOf('areas', it));
    for (const it of itemsOf(topics)) facets.push(facetValues.numberOf('topics', it));
    for (const it of itemsOf(communities)) facets.push(facetValues.numberOf('communities', it));
    for (const it of itemsOf(willingness)) facets.push(facetValues.numberOf('willingness', it));
    this.addFacets(slot, facets);
    this.addName(slot, sortName);
    this.#size = slot + 1;
    this.place(slot);
    return slot;
  }

  private addFacets(slot: number, facets: readonly number[]): void {
    const start = this.#facetStarts[slot]!;
    const end = start + facets.length;
    if (end > this.#facets.length) {
      const larger = new Uint16Array(Math.max(end, this.#facets.length * 2));
      larger.set(this.#facets);
      this.#facets = larger;
    }
    this.#facets.set(facets, start);
    this.#facetStarts[slot + 1] = end;
  }

  private addName(slot: number, name: string): void {
    const start = this.#nameStarts[slot]!;
    const end = start + Buffer.byteLength(name);
    if (end > this.#names.length) {
      const larger = Buffer.alloc(Math.max(end, this.#names.length * 2));
      this.#names.copy(larger);
      this.#names = larger;
    }
    this.#names.write(name, start);
    this.#nameStarts[slot + 1] = end;
  }

  private place(slot: number): void {
    const mask = this.#places.length - 1;
    let place = homeOf(this.#ids, slot * ID) & mask;
    while (this.#places[place] !== NOBODY) place = (place + 1) & mask;
    this.#places[place] = slot;
  }

  /** Gives back the room that was not needed. Nothing is added after this. */
  seal(): void {
    const size = this.#size;
    this.#ids = Buffer.from(this.#ids.subarray(0, size * ID));
    this.#flags = this.#flags.slice(0, size);
    this.#methods = this.#methods.slice(0, size);
    this.#nameLengths = this.#nameLengths.slice(0, size);
    this.#ages = this.#ages.slice(0, size);
    this.#closings = this.#closings.slice(0, size);
    this.#facetStarts = this.#facetStarts.slice(0, size + 1);
    this.#facets = this.#facets.slice(0, this.#facetStarts[size]);
    this.#nameStarts = this.#nameStarts.slice(0, size + 1);
    this.#names = Buffer.from(this.#names.subarray(0, this.#nameStarts[size]));
    this.#places = new Uint16Array(tableSize(size)).fill(NOBODY);
    for (let slot = 0; slot < size; slot++) this.place(slot);
  }

  get bytes(): number {
    const columns = [this.#flags, this.#methods, this.#nameLengths, this.#ages, this.#closings];
    const lists = [this.#facetStarts, this.#facets, this.#nameStarts, this.#names];
    return [this.#ids, this.#places, ...columns, ...lists].reduce(
      (sum, { byteLength }) => sum + byteLength,
      0,
    );
  }

  /** Every slot that this identifier has had here. */
  slotsOf(id: string): number[] {
    const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
    const mask = this.#places.length - 1;
    const found: number[] = [];
    for (let place = homeOf(bytes, 0) & mask; ; place = (place + 1) & mask) {
      const slot = this.#places[place]!;
      if (slot === NOBODY) return found;
      if (this.#ids.compare(bytes, 0, ID, slot * ID, (slot + 1) * ID) === 0) found.push(slot);
    }
  }

  isPerson(slot: number): boolean {
    return (this.#flags[slot]! & PERSON) !== 0;
  }

  record(slot: number): RecordKind {
    return this.isPerson(slot) ? RecordKind.PERSON : RecordKind.ORGANISATION;
  }

  hasPhone(slot: number, audiences: number): boolean {
    return (this.#flags[slot]! & audiences & AUDIENCES) !== 0;
  }

  /** Adds who has a way to be reached that these audiences may see, is no older than so many days, and not closed on the day. */
  addReachable(
    { audiences, oldest, today }: { audiences: number; oldest: number; today: number },
    bits: Bits,
    size: number,
    listed: Uint16Array | null,
  ): void {
    const [flags, ages, closings] = [this.#flags, this.#ages, this.#closings];
    for (let place = 0; place < size; place++) {
      const slot = listed ? listed[place]! : place;
      if (((flags[slot]! >>> REACH_SHIFT) & audiences & AUDIENCES) === 0) continue;
      const age = ages[slot]!;
      if ((age <= oldest || age === NEVER) && closings[slot]! >= today) setBit(bits, place);
    }
  }

  /** Adds who was verified so many days ago. */
  addVerified(
    { youngest, oldest }: { youngest: number; oldest: number },
    bits: Bits,
    size: number,
    listed: Uint16Array | null,
  ): void {
    const ages = this.#ages;
    for (let place = 0; place < size; place++) {
      const age = ages[listed ? listed[place]! : place]!;
      if (age >= youngest && age <= oldest) setBit(bits, place);
    }
  }

  /** Adds whose name has so many words. */
  addOfLength(words: number, bits: Bits, size: number, listed: Uint16Array | null): void {
    const lengths = this.#nameLengths;
    for (let place = 0; place < size; place++) {
      if (lengths[listed ? listed[place]! : place] === words) setBit(bits, place);
    }
  }

  verifiedBy(slot: number): VerificationMethod | null {
    return methods[this.#methods[slot]!]!;
  }

  id(slot: number): string {
    const hex = this.#ids.toString('hex', slot * ID, (slot + 1) * ID);
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  sortName(slot: number): string {
    return this.#names.toString('utf8', this.#nameStarts[slot], this.#nameStarts[slot + 1]);
  }

  /** Whether the slot's name, and then its identifier, come after (above 0) or before (below 0) these bytes. */
  compareName(slot: number, name: Buffer, id: Buffer): number {
    const [from, to] = [this.#nameStarts[slot]!, this.#nameStarts[slot + 1]!];
    return (
      this.#names.compare(name, 0, name.length, from, to) ||
      this.#ids.compare(id, 0, ID, slot * ID, (slot + 1) * ID)
    );
  }

  /** The bytes that `compareName` compares with. */
  nameBytes(slot: number): Buffer {
    return this.#names.subarray(this.#nameStarts[slot], this.#nameStarts[slot + 1]);
  }

  idBytes(slot: number): Buffer {
    return this.#ids.subarray(slot * ID, (slot + 1) * ID);
  }
}

/** A power of two, twice as many as there are slots or more. */
const tableSize = (slots: number): number => 2 ** Math.ceil(Math.log2(slots * 2 + 2));

/** Where to begin to look for an identifier. All of it takes part: some kinds count in one end, some begin with the time. */
function homeOf(ids: Buffer, at: number): number {
  let hash = 0;
  for (let word = 0; word < ID; word += 4) {
    hash = Math.imul(hash ^ ids.readInt32LE(at + word), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
