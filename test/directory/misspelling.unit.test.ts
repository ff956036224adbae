import fc from 'fast-check';
import { expect, test } from 'vitest';

import { deletions, distance, forgiven } from '#server/directory/misspelling.ts';

/** The definition, spelt out: the fewest slips that lead from one word to the other. */
function slips(one: string, other: string): number {
  const table: number[][] = [];
  for (let i = 0; i <= one.length; i++) {
    table.push([]);
    for (let j = 0; j <= other.length; j++) {
      const ways = [
        i > 0 ? table[i - 1]![j]! + 1 : Infinity,
        j > 0 ? table[i]![j - 1]! + 1 : Infinity,
        i > 0 && j > 0 ? table[i - 1]![j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1) : Infinity,
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
          ? table[i - 2]![j - 2]! + 1
          : Infinity,
      ];
      table[i]!.push(i + j === 0 ? 0 : Math.min(...ways));
    }
  }
  return table[one.length]![other.length]!;
}

const word = fc.string({ unit: fc.constantFrom(...'abcdeno'), minLength: 3, maxLength: 12 });

test('distance counts slips, up to its limit', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (one, other, limit) => {
      const exact = slips(one, other);
      const told = distance(one, other, limit);
      expect(Math.min(told, limit + 1)).toBe(Math.min(exact, limit + 1));
    }),
    { numRuns: 3_000 },
  );
  const long = 'a'.repeat(300);
  expect([distance(`${long}b`, `${long}c`, 2), distance(long, long, 0)]).toEqual([1, 0]);
});

/** One slip somewhere in a word. */
const slip = (written: string, at: number, kind: number, letter: string): string => {
  const place = at % written.length;
  const [before, after] = [written.slice(0, place), written.slice(place)];
  switch (kind) {
    case 0:
      return before + after.slice(1);
    case 1:
      return before + letter + after;
    case 2:
      return before + letter + after.slice(1);
    default:
      return before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2);
  }
};
const slipArguments = fc.tuple(fc.nat(20), fc.nat(3), fc.constantFrom(...'abcdeno'));

test('a word with no more slips than are forgiven shares a deletion with what was meant', () => {
  fc.assert(
    fc.property(word, fc.array(slipArguments, { minLength: 1, maxLength: 2 }), (meant, made) => {
      const typed = made.reduce(
        (written, [at, kind, letter]) => slip(written, at, kind, letter),
        meant,
      );
      const limit = Math.min(forgiven(meant), forgiven(typed));
      fc.pre(slips(typed, meant) <= limit);
      const shared = new Set(deletions(meant));
      expect(deletions(typed).some((deletion) => shared.has(deletion))).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});

test('a word has at most thirty deletions, however long it is', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (written) => {
      expect(deletions(written).length).toBeLessThanOrEqual(30);
    }),
  );
});

test('numbers and very short words are taken as they are', () => {
  expect([forgiven('as'), forgiven('2024'), forgiven('oslo'), forgiven('grorud')]).toEqual([
    0, 0, 1, 2,
  ]);
});
