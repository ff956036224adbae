import { ImportOutcome } from '#schema/directory/import/ImportOutcome.ts';
import type { PlannedRow } from './planRow.ts';

type Known = Pick<PlannedRow, 'number' | 'nameKey'>;

/** A line that is about the same organisation, and by what. */
export interface SeenBefore {
  readonly line: number;
  readonly by: 'number' | 'name';
}

/** Sett i filen. What the rows of a file are about so far, so that the second row about the same is not a second organisation. */
export class SeenInFile {
  readonly #byNumber = new Map<string, number>();
  readonly #byName = new Map<string, Row>();
  /** Wherever they are. */
  readonly #byNameAlone = new Map<string, Row>();

  /** The line that says the same; null where none does. With different numbers, two of the same name are two. */
  before({ number, nameKey }: Known): SeenBefore | null {
    const numbered = number === null ? undefined : this.#byNumber.get(number);
    if (numbered !== undefined) return { line: numbered, by: 'number' };
    const named = nameKey === null ? undefined : this.#byName.get(nameKey);
    return named && mayBeOne(named, number) ? { line: named.line, by: 'name' } : null;
  }

  /** The line with the same name in another place, which may be another branch or the same once more; null where there is none. */
  elsewhere({ number, nameKey }: Known): number | null {
    const named = nameKey === null ? undefined : this.#byNameAlone.get(nameAlone(nameKey));
    return named && mayBeOne(named, number) ? named.line : null;
  }

  note({ number, nameKey, outcome }: PlannedRow, line: number): void {
    if (outcome === ImportOutcome.REFUSED || outcome === ImportOutcome.EXCLUDED) return;
    if (number !== null) this.#byNumber.set(number, line);
    if (nameKey === null) return;
    const row: Row = { line, number };
    if (!this.#byName.has(nameKey)) this.#byName.set(nameKey, row);
    const alone = nameAlone(nameKey);
    if (!this.#byNameAlone.has(alone)) this.#byNameAlone.set(alone, row);
  }
}

interface Row {
  readonly line: number;
  readonly number: string | null;
}

/** With different numbers they are two. */
const mayBeOne = (row: Row, number: string | null): boolean =>
  number === null || row.number === null;

/** The key of a name in a place ends with the place. */
export const nameAlone = (nameKey: string): string => nameKey.slice(0, nameKey.lastIndexOf(' '));
