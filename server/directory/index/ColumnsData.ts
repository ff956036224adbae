/**
 * Kolonner som de bytene de er. What is known of the entries of a segment apart from their lexemes: one list per fact, the slot is the place
 * in all of them. To be sent from where it is made to where it is used.
 */
export interface ColumnsData {
  size: number;
  /** The slot whose day, name and identifier come first of all that it has had. */
  first: number;
  /** 16 bytes each. */
  ids: Uint8Array;
  /** The slots by their identifiers: an open hash table, a power of two in size. */
  places: Uint16Array;
  /** From the lowest: three bits for who may see its phone, three for who can reach it, one for people. */
  flags: Uint8Array;
  /** How it was verified. */
  methods: Uint8Array;
  nameLengths: Uint8Array;
  /** Days before the year 2000 of the last verification. */
  ages: Int32Array;
  /** Months from then until somebody should ask again. */
  months: Uint8Array;
  /** Days after it of the last day in operation. */
  closings: Int32Array;
  /** The values of all facets: those of slot 3 stand from `facetStarts[3]` up to `facetStarts[4]`. */
  facetStarts: Uint32Array;
  facets: Uint16Array;
  /** The names to sort by, likewise, as UTF-8. */
  nameStarts: Uint32Array;
  names: Uint8Array;
}

/** Bytes of an identifier. */
export const ID = 16;

/** Of a table of slots: none here. */
export const NOBODY = 0xffff;

/** The most slots of a segment: numbered with 16 bits, of which one number means none. */
export const MOST_SLOTS = NOBODY;

export const AUDIENCES = 7;
export const REACH_SHIFT = 3;
export const PERSON = 1 << 6;
export const LONGEST_NAME = 255;

/** Where to begin to look for an identifier. All of it takes part: some kinds count in one end, some begin with the time. */
export function homeOf(ids: Uint8Array, at: number): number {
  let hash = 0;
  for (let byte = at; byte < at + ID; byte++) hash = Math.imul(hash ^ ids[byte]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
  return (hash ^ (hash >>> 13)) >>> 0;
}
