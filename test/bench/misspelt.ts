/** What fingers and ears do to a word. */
export const slips = {
  'two letters swapped': (word: string, at: number) =>
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  'a letter left out': (word: string, at: number) => word.slice(0, at) + word.slice(at + 1),
  'a letter doubled': (word: string, at: number) =>
    word.slice(0, at) + word.charAt(at) + word.slice(at),
  'a wrong letter': (word: string, at: number) =>
    word.slice(0, at) + neighbourOf(word.charAt(at)) + word.slice(at + 1),
} as const;

export type Slip = keyof typeof slips;
const kinds = Object.keys(slips) as Slip[];

/** One slip in a word, never in its first letter; which and where follows from the turn alone. */
export function misspelt(word: string, turn: number, kind?: Slip): string {
  const slip = slips[kind ?? kinds[turn % kinds.length] ?? 'a letter left out'];
  const at = 1 + (turn % Math.max(1, word.length - 2));
  return slip(word, at);
}

/** The key to the right, as one hits it by mistake. */
const keys = 'qwertyuiopåasdfghjkløæzxcvbnm';
function neighbourOf(letter: string): string {
  const at = keys.indexOf(letter.toLowerCase());
  return keys.charAt((at + 1) % keys.length);
}
