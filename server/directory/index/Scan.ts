import {
  addBits,
  type Bits,
  clearBit,
  countBits,
  hasBit,
  keepBits,
  listBits,
  othersThan,
  setAll,
  setBit,
  wordsFor,
} from './bits.ts';
import { MOST_SLOTS } from './ColumnsData.ts';
import type { Part } from './Entries.ts';
import type { Node } from './Node.ts';
import type { Segment } from './Segment.ts';

/** Of so many slots one is left: from here on they are looked at one by one. */
const SPARSE = 32;

/** What is looked at: all slots of the segment, or a list of some. Bits are places in it. */
export interface View {
  readonly isList: boolean;
  /** By place. Of all slots each is at its own place, and nothing is listed. */
  readonly slots: Uint16Array;
  readonly members: Bits;
  readonly places: Uint16Array;
  size: number;
  words: number;
  /** What is known by the number of the node. */
  known: (Bits | undefined)[];
}

/** The hits of a segment. */
export interface SegmentHits {
  readonly view: View;
  readonly bits: Bits;
  readonly count: number;
}

/**
 * Gjennomgang. Finds what in a segment fulfils a condition: bit by bit for many, one by one as soon as few are left.
 *
 * All room that it works in is taken once and used again for every segment and every question, so nothing that it gives may be kept
 * until the next segment, nor over a pause.
 */
export class Scan {
  #segment!: Segment;
  readonly #whole = aView(false);
  readonly #list = aView(true);
  readonly #room: Bits[] = [];
  readonly #levels: { readonly taken: Bits; readonly rest: Bits }[] = [];
  #taken = 0;

  /** The hits in a part, or null where it has none. */
  hitsIn({ segment, alive }: Part, node: Node): SegmentHits | null {
    this.#segment = segment;
    this.#taken = 0;
    const whole = this.#whole;
    whole.size = segment.columns.size;
    whole.words = wordsFor(whole.size);
    whole.known = [];
    const parts = node.op === 'and' ? node.parts : [node];
    const found = this.allOf(parts, whole, alive);
    if (!found) return null;
    const count = countBits(found.bits, found.view.words);
    if (found.view.isList || count * SPARSE < whole.size) {
      const view = this.listed(found.view, found.bits);
      return { view, bits: this.everyPlaceOf(view), count };
    }
    return { ...found, count };
  }

  /** The places that fulfil a condition. Kept by the scan: not to be changed. */
  placesOf(node: Node, view: View): Bits {
    const known = view.known[node.number];
    if (known) return known;
    const bits = this.find(node, view);
    view.known[node.number] = bits;
    return bits;
  }

  /** Room for the places of a view, empty. */
  take({ words }: View): Bits {
    const bits = (this.#room[this.#taken++] ??= new Int32Array(wordsFor(MOST_SLOTS)));
    return bits.fill(0, 0, words);
  }

  /** Room for what the levels of an order part, to be used until the next segment. */
  levelRoom(level: number): { readonly taken: Bits; readonly rest: Bits } {
    const room = () => new Int32Array(wordsFor(MOST_SLOTS));
    return (this.#levels[level] ??= { taken: room(), rest: room() });
  }

  private find(node: Node, view: View): Bits {
    const { names, others, keys } = this.#segment;
    switch (node.op) {
      case 'none':
        return this.take(view);
      case 'all':
        return this.everyPlaceOf(view);
      case 'lexemes': {
        const bits = this.take(view);
        for (const range of node.names) {
          if (view.isList) names.addListed(bits, range, view);
          else names.addTo(bits, range);
        }
        for (const range of node.others) {
          if (view.isList) others.addListed(bits, range, view);
          else others.addTo(bits, range);
        }
        return bits;
      }
      case 'keys': {
        const bits = this.take(view);
        for (const slot of node.hashes.flatMap((hash) => [...keys.slotsOf(hash)])) {
          if (!view.isList) setBit(bits, slot);
          else if (hasBit(view.members, slot)) setBit(bits, view.places[slot]!);
        }
        return bits;
      }
      case 'fact':
        return this.findFact(node, view);
      case 'or': {
        const bits = this.take(view);
        for (const part of node.parts) addBits(bits, this.placesOf(part, view), view.words);
        return bits;
      }
      case 'not': {
        const not = this.placesOf(node.part, view);
        return othersThan(not, view.size, this.take(view));
      }
      case 'and': {
        const found = this.allOf(node.parts, view);
        const bits = this.take(view);
        if (!found) return bits;
        if (found.view === view) addBits(bits, found.bits, view.words);
        else {
          const { slots, size } = found.view;
          for (let place = 0; place < size; place++) {
            if (hasBit(found.bits, place)) setBit(bits, slots[place]!);
          }
        }
        return bits;
      }
    }
  }

  /** Where slots do not change, what was found out for all of them is kept. */
  private findFact({ key, isCommon, fact }: Node & { op: 'fact' }, view: View): Bits {
    const segment = this.#segment;
    const { columns } = segment;
    const { size } = columns;
    let all = segment.kept(key);
    if (!all && (isCommon || !view.isList)) {
      all = segment.keep(key, () => {
        const bits = new Int32Array(wordsFor(size));
        fact(columns, bits, size, null);
        return bits;
      });
    }
    if (all && !view.isList) return all;
    const bits = this.take(view);
    if (!all) fact(columns, bits, view.size, view.isList ? view.slots : null);
    else {
      for (let place = 0; place < view.size; place++) {
        if (hasBit(all, view.slots[place]!)) setBit(bits, place);
      }
    }
    return bits;
  }

  /** What fulfils all, the rarest asked for first; null where nothing does. */
  private allOf(
    parts: readonly Node[],
    from: View,
    alive?: Bits,
  ): { view: View; bits: Bits } | null {
    const inOrder =
      parts.length === 1
        ? [{ part: parts[0]!, most: from.size }]
        : parts
            .map((part) => ({ part, most: this.mostOf(part) }))
            .sort((one, other) => one.most - other.most);
    if (inOrder[0]?.most === 0) return null;
    let view = from;
    let bits = this.everyPlaceOf(view);
    if (alive) keepBits(bits, alive, view.words);
    for (const [at, { part }] of inOrder.entries()) {
      if (!keepBits(bits, this.placesOf(part, view), view.words)) return null;
      const isLast = at === inOrder.length - 1;
      if (!view.isList && !isLast && countBits(bits, view.words) * SPARSE < view.size) {
        view = this.listed(view, bits);
        bits = this.everyPlaceOf(view);
      }
    }
    return { view, bits };
  }

  /** How many slots of the segment can fulfil it, at most. */
  private mostOf(node: Node): number {
    const { columns, names, others } = this.#segment;
    const { size } = columns;
    switch (node.op) {
      case 'none':
        return 0;
      case 'keys':
        return Math.min(size, 1);
      case 'all':
      case 'fact':
      case 'not':
        return size;
      case 'lexemes': {
        let most = 0;
        for (const range of node.names) most += names.count(range);
        for (const range of node.others) most += others.count(range);
        return Math.min(size, most);
      }
      case 'and':
        return node.parts.reduce((most, part) => Math.min(most, this.mostOf(part)), size);
      case 'or':
        return Math.min(
          size,
          node.parts.reduce((most, part) => most + this.mostOf(part), 0),
        );
    }
  }

  private everyPlaceOf(view: View): Bits {
    const bits = this.take(view);
    setAll(bits, view.size);
    return bits;
  }

  /** The places of a view as a list of their own. There is one list at a time: the former is gone. */
  private listed(view: View, bits: Bits): View {
    const list = this.#list;
    if (view.isList) {
      let size = 0;
      for (let place = 0; place < view.size; place++) {
        const slot = list.slots[place]!;
        if (hasBit(bits, place)) list.slots[size++] = slot;
        else clearBit(list.members, slot);
      }
      list.size = size;
    } else {
      list.members.fill(0);
      list.size = listBits(bits, view.words, list.slots);
    }
    for (let place = 0; place < list.size; place++) {
      const slot = list.slots[place]!;
      setBit(list.members, slot);
      list.places[slot] = place;
    }
    list.words = wordsFor(list.size);
    list.known = [];
    return list;
  }
}

const aView = (isList: boolean): View => ({
  isList,
  slots: new Uint16Array(isList ? MOST_SLOTS : 0),
  members: new Int32Array(isList ? wordsFor(MOST_SLOTS) : 0),
  places: new Uint16Array(isList ? MOST_SLOTS : 0),
  size: 0,
  words: 0,
  known: [],
});
