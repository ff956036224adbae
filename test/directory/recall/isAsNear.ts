import { foldedWords } from '#server/directory/fold.ts';
import { distance } from '#server/directory/misspelling.ts';

const FAR = 6;

const withNeighboursJoined = (words: readonly string[]): string[][] => [
  [...words],
  ...words
    .slice(1)
    .map((word, at) => [...words.slice(0, at), `${words[at]}${word}`, ...words.slice(at + 2)]),
];

/** How many slips lead from what was typed to words of the name, in any order; the last typed word may be unfinished. */
function slips(typed: string, name: string): number {
  const has = withNeighboursJoined(foldedWords(name)).flat();
  const ways = withNeighboursJoined(foldedWords(typed)).map((words) =>
    words.reduce((sum, word, at) => {
      const isLast = at === words.length - 1;
      const nearest = has.map((it) => distance(word, isLast ? it.slice(0, word.length) : it, FAR));
      return sum + Math.min(FAR, ...nearest);
    }, 0),
  );
  return Math.min(...ways);
}

/** Whether what was typed is as much like this name as like the one that was meant: nobody could tell which of them was. */
export const isAsNear = (typed: string, name: string, meant: string): boolean =>
  slips(typed, name) <= slips(typed, meant);
