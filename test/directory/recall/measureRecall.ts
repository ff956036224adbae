import { Chance } from '#seeds/common/Chance.ts';
import { foldedWords } from '#server/directory/fold.ts';
import { isAsNear } from './isAsNear.ts';
import { mistakes } from './mistakes.ts';

/** Asks the search; gives, hit for hit of the first ten, all the names that the record has. */
export type Ask = (text: string) => Promise<readonly (readonly string[])[]>;

/** What came of one class of mistake. */
export interface Recall {
  readonly mistake: string;
  readonly tried: number;
  /** How many times the record that was meant, or one that is as near to what was typed, came first; and among the ten. */
  readonly first: number;
  readonly ten: number;
  /** How many times the ten held a record of the very name that was meant. */
  readonly itself: number;
  /** What was typed and not found, with what was meant. */
  readonly missed: readonly string[];
}

const MOST_OF_A_CLASS = 150;

/**
 * Gjenfinning. Writes names of the register with one class of mistake at a time, and counts how often they are found all the same.
 *
 * The names and the places of the mistakes come out the same for the same register. Nothing longer than a question is typed: of long
 * names the first six words.
 */
export async function measureRecall(
  ask: Ask,
  names: readonly string[],
  mostOfAClass = MOST_OF_A_CLASS,
): Promise<Recall[]> {
  const known = new Set(names.flatMap((name) => foldedWords(name)));
  const isWord = (word: string): boolean => foldedWords(word).some((it) => known.has(it));
  const unique = [...new Set(names)];
  const rows: Recall[] = [];
  for (const { what, make } of mistakes) {
    const typed = unique
      .flatMap((meant) => {
        const text = make(firstWords(meant), { chance: new Chance(`${what} ${meant}`), isWord });
        return text === null ? [] : { meant, text };
      })
      .map((it) => ({ ...it, draw: new Chance(`draw ${what} ${it.meant}`).below(2 ** 31) }))
      .sort((one, other) => one.draw - other.draw)
      .slice(0, mostOfAClass);
    const row = { mistake: what, tried: typed.length, first: 0, ten: 0, itself: 0 };
    const missed: string[] = [];
    for (const { meant, text } of typed) {
      const hits = await ask(text);
      const isIt = hits.map((all) => all.includes(meant));
      const isNear = hits.map(
        (all, at) => isIt[at] || all.some((name) => isAsNear(text, name, meant)),
      );
      if (isIt.includes(true)) row.itself += 1;
      if (isNear[0]) row.first += 1;
      if (isNear.includes(true)) row.ten += 1;
      else missed.push(`${text} ≠ ${meant}`);
    }
    rows.push({ ...row, missed });
  }
  return rows;
}

const MOST_WORDS = 6;

const firstWords = (name: string): string => name.split(/\s+/).slice(0, MOST_WORDS).join(' ');
