/** Biter. A set of places, one bit for each. The array may be longer than the set: whoever works on it says how many words count. */
export type Bits = Int32Array;

/** How many words of 32 bits so many places take. */
export const wordsFor = (size: number): number => (size + 31) >>> 5;

export const hasBit = (bits: Bits, place: number): boolean =>
  ((bits[place >>> 5]! >>> (place & 31)) & 1) === 1;

export function setBit(bits: Bits, place: number): void {
  bits[place >>> 5]! |= 1 << (place & 31);
}

export function clearBit(bits: Bits, place: number): void {
  bits[place >>> 5]! &= ~(1 << (place & 31));
}

/** Every place of the set, and none after its end. */
export function setAll(bits: Bits, size: number): void {
  const words = size >>> 5;
  bits.fill(-1, 0, words);
  if (size & 31) bits[words] = (1 << (size & 31)) - 1;
}

export function countBits(bits: Bits, words: number): number {
  let count = 0;
  for (let at = 0; at < words; at++) {
    const word = bits[at]!;
    if (word !== 0) count += ones(word);
  }
  return count;
}

/** How many places both have. */
export function countShared(bits: Bits, other: Bits, words: number): number {
  let count = 0;
  for (let at = 0; at < words; at++) {
    const word = bits[at]! & other[at]!;
    if (word !== 0) count += ones(word);
  }
  return count;
}

/** How many bits of a word are set. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Adds the other's places. */
export function addBits(bits: Bits, other: Bits, words: number): void {
  for (let at = 0; at < words; at++) bits[at]! |= other[at]!;
}

/** Keeps what the other has too. Says whether anything is left. */
export function keepBits(bits: Bits, other: Bits, words: number): boolean {
  let any = 0;
  for (let at = 0; at < words; at++) any |= bits[at]! &= other[at]!;
  return any !== 0;
}

/** Writes the places up to `size` that are not in a set into `others`, which is empty. */
export function othersThan(bits: Bits, size: number, others: Bits): Bits {
  setAll(others, size);
  for (let at = wordsFor(size) - 1; at >= 0; at--) others[at]! &= ~bits[at]!;
  return others;
}

/** Parts a set by another: `both` gets what they share, `bits` keeps the rest. Says whether either has anything. */
export function partBits(
  bits: Bits,
  other: Bits,
  both: Bits,
  words: number,
): { readonly isShared: boolean; readonly isLeft: boolean } {
  let [shared, left] = [0, 0];
  for (let at = 0; at < words; at++) {
    const [word, mask] = [bits[at]!, other[at]!];
    shared |= both[at] = word & mask;
    left |= bits[at] = word & ~mask;
  }
  return { isShared: shared !== 0, isLeft: left !== 0 };
}

/** Writes the places into a list, in order; gives how many there are. */
export function listBits(bits: Bits, words: number, list: Uint16Array): number {
  let count = 0;
  for (let at = 0; at < words; at++) {
    for (let word = bits[at]!; word !== 0; word &= word - 1) {
      list[count++] = (at << 5) + 31 - Math.clz32(word & -word);
    }
  }
  return count;
}

/** The first place in a sorted list that holds `key` or more. */
export function lowerBound(
  sorted: { readonly [at: number]: number },
  key: number,
  low: number,
  high: number,
): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
