import { splits } from '#server/directory/wordForms.ts';
import type { Register } from './Register.ts';
import { folded } from './trigrams.ts';

/** The words of the register, for mistakes that are made of them. */
export async function wordsOf({ pool }: Register): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ word: string }>('select word from directory_word');
  return new Set(rows.map(({ word }) => word));
}

/** Where a compound is joined: of two words that the register knows. */
export function splitOf(word: string, words: ReadonlySet<string>): number | null {
  const lower = word.toLowerCase();
  // Folding may make a word shorter, and then its places are others.
  if (folded(lower) !== lower) return null;
  const known = splits(lower).find(
    ([first, second]) =>
      first.length > 3 &&
      second.length > 3 &&
      first.length + second.length === lower.length &&
      words.has(first) &&
      words.has(second),
  );
  return known ? known[0].length : null;
}
