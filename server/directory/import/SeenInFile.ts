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
  readonly #byName = new Map<string, { readonly line: number; readonly number: string | null }>();

  /** The line that says the same; null where none does. With different numbers, two of the same name are two. */
  before({ number, nameKey }: Known): SeenBefore | null {
    const numbered = number === null ? undefined : this.#byNumber.get(number);
    if (numbered !== undefined) return { line: numbered, by: 'number' };
    const named = nameKey === null ? undefined : this.#byName.get(nameKey);
    return named && (number === null || named.number === null)
      ? { line: named.line, by: 'name' }
      : null;
  }

  note({ number, nameKey, outcome }: PlannedRow, line: number): void {
    if (outcome === ImportOutcome.REFUSED || outcome === ImportOutcome.EXCLUDED) return;
    if (number !== null) this.#byNumber.set(number, line);
    if (nameKey !== null && !this.#byName.has(nameKey)) this.#byName.set(nameKey, { line, number });
  }
}
