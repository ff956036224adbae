/**
 * Nøkler. The keys of those whose rows are asked for, each once and in its place.
 *
 * A `Map` would do, but V8 puts every text that becomes a key of one among the names of the program, at three to four times the price of
 * finding it here. Answers of a thousand rows have a thousand keys, which nobody will ask for again.
 */
export class Keys {
  readonly list: string[] = [];
  /** The places by hash, one more than they are; nothing is 0. At least half of it stays empty. */
  readonly #slots: Int32Array;

  constructor(keys: readonly string[]) {
    let size = 2;
    while (size < keys.length * 2) size *= 2;
    this.#slots = new Int32Array(size);
    for (const key of keys) {
      const slot = this.slotOf(key);
      if (!this.#slots[slot]) this.#slots[slot] = this.list.push(key);
    }
  }

  /** Counted from 0; -1 for a key that is not among them. */
  placeOf(key: string): number {
    return (this.#slots[this.slotOf(key)] ?? 0) - 1;
  }

  /** Where it stands, or would. */
  private slotOf(key: string): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    let hash = 0;
    for (let at = 0; at < key.length; at += 1)
      hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
    let slot = (hash ^ (hash >>> 15)) & last;
    for (let place = slots[slot]; place && this.list[place - 1] !== key; place = slots[slot])
      slot = (slot + 1) & last;
    return slot;
  }
}
