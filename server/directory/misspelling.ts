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
  const found = new Set([start]);
  let edge = [start];
  for (let slips = forgiven(word); slips > 0; slips--) {
    const next = new Set<string>();
    for (const shorter of edge) {
      for (let at = 0; at < shorter.length; at++) {
        const left = shorter.slice(0, at) + shorter.slice(at + 1);
        if (left.length >= 2 && !found.has(left)) {
          found.add(left);
          next.add(left);
        }
      }
    }
    edge = [...next];
  }
  return [...found];
}

const SOUNDS = ['ckqx', 'ijy', 'fvw', 'sz'];

/** Whether two first letters are the same to the ear: Yusuf and Jusuf, Kader and Qader. */
export const soundsAlike = (one = '', other = ''): boolean =>
  one === other || SOUNDS.some((letters) => letters.includes(one) && letters.includes(other));

/**
 * Skrivefeilavstand. Letters added, left out, changed or swapped with their neighbour, each counting
 * one; a number above `limit` as soon as it is clear that there are more.
 */
export function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwap) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[other.length] ?? limit + 1;
}
