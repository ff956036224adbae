import { type Bits, setBit } from './bits.ts';
import {
  AUDIENCES,
  type ColumnsData,
  homeOf,
  ID,
  NOBODY,
  PERSON,
  REACH_SHIFT,
} from './ColumnsData.ts';
import { type AgeByMonths, NEVER } from './EntryRow.ts';
import type { AgesByMonths } from './verifiedIn.ts';

/** Where a slot stands among those of one rank: the freshest first, then by name and identifier. */
export interface SlotPlace {
  readonly age: number;
  readonly name: Uint8Array;
  readonly id: Uint8Array;
}

/** Kolonner. What is known of the entries of a segment, apart from their lexemes. */
export class Columns {
  /** May still grow at its end. */
  readonly data: ColumnsData;

  constructor(data: ColumnsData) {
    this.data = data;
  }

  get size(): number {
    return this.data.size;
  }

  get bytes(): number {
    const lists = Object.values(this.data).filter((it) => ArrayBuffer.isView(it));
    return lists.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  /** Every slot that this identifier has had here. */
  slotsOf(id: string): number[] {
    const { ids, places } = this.data;
    const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
    const mask = places.length - 1;
    const found: number[] = [];
    for (let place = homeOf(bytes, 0) & mask; ; place = (place + 1) & mask) {
      const slot = places[place]!;
      if (slot === NOBODY) return found;
      if (compareBytes(ids, slot * ID, (slot + 1) * ID, bytes) === 0) found.push(slot);
    }
  }

  isPerson(slot: number): boolean {
    return (this.data.flags[slot]! & PERSON) !== 0;
  }

  /** Adds who has a phone that these audiences may see. */
  addPhones(audiences: number, bits: Bits, size: number, listed: Uint16Array | null): void {
    const { flags } = this.data;
    for (let place = 0; place < size; place++) {
      if (flags[listed ? listed[place]! : place]! & audiences & AUDIENCES) setBit(bits, place);
    }
  }

  /** Adds who has a way to be reached that these audiences may see, is no older than its deadline allows, and not closed on the day. */
  addReachable(
    { audiences, oldest, today }: { audiences: number; oldest: AgeByMonths; today: number },
    bits: Bits,
    size: number,
    listed: Uint16Array | null,
  ): void {
    const { flags, ages, months, closings } = this.data;
    for (let place = 0; place < size; place++) {
      const slot = listed ? listed[place]! : place;
      if (((flags[slot]! >>> REACH_SHIFT) & audiences & AUDIENCES) === 0) continue;
      const age = ages[slot]!;
      if ((age <= oldest[months[slot]!]! || age === NEVER) && closings[slot]! >= today)
        setBit(bits, place);
    }
  }

  /** Adds who was verified so many days ago, by deadline. */
  addVerified(
    { youngest, oldest }: AgesByMonths,
    bits: Bits,
    size: number,
    listed: Uint16Array | null,
  ): void {
    const { ages, months } = this.data;
    for (let place = 0; place < size; place++) {
      const slot = listed ? listed[place]! : place;
      const [age, deadline] = [ages[slot]!, months[slot]!];
      if (age >= youngest[deadline]! && age <= oldest[deadline]!) setBit(bits, place);
    }
  }

  /** Adds whose name has so many words. */
  addOfLength(words: number, bits: Bits, size: number, listed: Uint16Array | null): void {
    const { nameLengths } = this.data;
    for (let place = 0; place < size; place++) {
      if (nameLengths[listed ? listed[place]! : place] === words) setBit(bits, place);
    }
  }

  id(slot: number): string {
    const hex = Buffer.from(this.idBytes(slot)).toString('hex');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  sortName(slot: number): string {
    return Buffer.from(this.nameBytes(slot)).toString();
  }

  idBytes(slot: number): Uint8Array {
    return this.data.ids.subarray(slot * ID, (slot + 1) * ID);
  }

  nameBytes(slot: number): Uint8Array {
    return this.data.names.subarray(this.data.nameStarts[slot], this.data.nameStarts[slot + 1]);
  }

  /** By what slots are told apart that no question of an order does. */
  placeOf(slot: number): SlotPlace {
    return { age: this.data.ages[slot]!, name: this.nameBytes(slot), id: this.idBytes(slot) };
  }

  /** Above 0 where the slot comes after the place, below where it comes before. */
  compare(slot: number, { age, name, id }: SlotPlace): number {
    const { ages, names, nameStarts, ids } = this.data;
    return (
      ages[slot]! - age ||
      compareBytes(names, nameStarts[slot]!, nameStarts[slot + 1]!, name) ||
      compareBytes(ids, slot * ID, (slot + 1) * ID, id)
    );
  }
}

/** How part of some bytes compares with others, byte by byte, the shorter first. */
function compareBytes(bytes: Uint8Array, from: number, to: number, others: Uint8Array): number {
  const { length } = others;
  for (let at = from, place = 0; at < to && place < length; at++, place++) {
    const difference = bytes[at]! - others[place]!;
    if (difference !== 0) return difference;
  }
  return to - from - length;
}
