import { hash } from 'node:crypto';

import { ImportOutcome } from '#schema/directory/import/ImportOutcome.ts';
import type { PlannedRow } from './planRow.ts';

type Known = Pick<PlannedRow, 'number' | 'nameKey'>;

/** A line that is about the same organisation, and by what. */
export interface SeenBefore {
  readonly line: number;
  readonly by: 'number' | 'name';
}

/**
 * Sett i filen. What the rows of a file are about so far, so that the second row about the same is not a second organisation.
 *
 * The one thing that grows with a file: of each row it keeps no more than marks of what it is known by, and its line.
 */
export class SeenInFile {
  readonly #byNumber = new Map<string, number>();
  /** Lines; below zero those whose row has a number. */
  readonly #byName = new Map<string, number>();
  /** Wherever they are. */
  readonly #byNameAlone = new Map<string, number>();

  /** The line that says the same; null where none does. With different numbers, two of the same name are two. */
  before({ number, nameKey }: Known): SeenBefore | null {
    const numbered = number === null ? undefined : this.#byNumber.get(number);
    if (numbered !== undefined) return { line: numbered, by: 'number' };
    const line = nameKey === null ? null : lineOfOne(this.#byName.get(markOf(nameKey)), number);
    return line === null ? null : { line, by: 'name' };
  }

  /** The line with the same name in another place, which may be another branch or the same once more; null where there is none. */
  elsewhere({ number, nameKey }: Known): number | null {
    return nameKey === null
      ? null
      : lineOfOne(this.#byNameAlone.get(markOf(nameAlone(nameKey))), number);
  }

  note({ number, nameKey, outcome }: PlannedRow, line: number): void {
    if (outcome === ImportOutcome.REFUSED || outcome === ImportOutcome.EXCLUDED) return;
    if (number !== null) this.#byNumber.set(number, line);
    if (nameKey === null) return;
    for (const [known, key] of [
      [this.#byName, nameKey],
      [this.#byNameAlone, nameAlone(nameKey)],
    ] as const) {
      const mark = markOf(key);
      if (!known.has(mark)) known.set(mark, number === null ? line : -line);
    }
  }
}

/** Two keys of a file of millions of rows do not share one. */
const markOf = (key: string): string => hash('sha256', key, 'buffer').toString('latin1', 0, 12);

/** With different numbers they are two. */
function lineOfOne(kept: number | undefined, number: string | null): number | null {
  if (kept === undefined || (kept < 0 && number !== null)) return null;
  return Math.abs(kept);
}

/** The key of a name in a place ends with the place. */
export const nameAlone = (nameKey: string): string => nameKey.slice(0, nameKey.lastIndexOf(' '));
