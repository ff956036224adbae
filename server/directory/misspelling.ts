/**
 * Only the first letters take part in the neighbourhoods: misspellings further in still share them,
 * and the table stays a fixed number of rows per word.
 */
const PREFIX = 7;

/** How many slips are forgiven: none in words of one or two letters, two from six letters. */
export const forgiven = (word: string): 0 | 1 | 2 => {
  if (word.length < 3 || /^\d+$/.test(word)) return 0;
  return word.length < 6 ? 1 : 2;
};

/**
 * Slettenabolag (SymSpell). The word's first letters with up to the forgiven number left out. Two
 * words within that distance share at least one of these, so a lookup by equality finds them.
 */
export function deletions(word: string): string[] {
  const start = word.slice(0, PREFIX);
  // At most twenty-nine: a list is looked through sooner than a set has made each its own.
  const found = [start];
  let edge = [start];
  for (let slips = forgiven(word); slips > 0; slips--) {
    const next: string[] = [];
    for (const shorter of edge) {
      for (let at = 0; at < shorter.length; at++) {
        const left = shorter.slice(0, at) + shorter.slice(at + 1);
        if (left.length < 2 || found.includes(left)) continue;
        found.push(left);
        next.push(left);
      }
    }
    edge = next;
  }
  return found;
}

const SOUNDS = ['ckqx', 'ijy', 'fvw', 'sz'];

/** Whether two first letters are the same to the ear: Yusuf and Jusuf, Kader and Qader. */
export const soundsAlike = (one = '', other = ''): boolean =>
  one === other || SOUNDS.some((letters) => letters.includes(one) && letters.includes(other));

/** Rows of a comparison, used again for the next. */
type Rows = [beforeLast: Uint16Array, last: Uint16Array, row: Uint16Array];
const rowsFor = (length: number): Rows => [
  new Uint16Array(length),
  new Uint16Array(length),
  new Uint16Array(length),
];
let [beforeLast, last, row] = rowsFor(256);

/**
 * Skrivefeilavstand. Letters added, left out, changed or swapped with their neighbour, each counting
 * one; a number above `limit` as soon as it is clear that there are more.
 */
export function distance(one: string, other: string, limit: number): number {
  const { length } = other;
  if (Math.abs(one.length - length) > limit) return limit + 1;
  if (length >= row.length) [beforeLast, last, row] = rowsFor(2 * length);
  for (let j = 0; j <= length; j++) last[j] = j;
  for (let i = 1; i <= one.length; i++) {
    const letter = one.charCodeAt(i - 1);
    const letterBefore = one.charCodeAt(i - 2);
    row[0] = i;
    let best = i;
    for (let j = 1; j <= length; j++) {
      const otherLetter = other.charCodeAt(j - 1);
      let cost = Math.min(
        last[j]! + 1,
        row[j - 1]! + 1,
        last[j - 1]! + (letter === otherLetter ? 0 : 1),
      );
      const isSwap =
        i > 1 && j > 1 && letter === other.charCodeAt(j - 2) && letterBefore === otherLetter;
      if (isSwap) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row[j] = cost;
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[length]!;
}
