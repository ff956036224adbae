import type { Context } from '#server/context.ts';
import { fetchBranch, type Grown } from './fetchRows.ts';
import type { Branch } from './Plan.ts';
import type { Arguments } from './Selection.ts';

/** A place of a document at which rows hang on something that is in memory: the catchment of an area. */
export interface AwaitingPlace {
  readonly branch: Pick<Branch, 'many' | 'plan' | 'selection' | 'args'>;
  /** The name of the type that it hangs on. */
  readonly owner: string;
}

interface Asked {
  readonly keys: Set<string>;
  grown: Grown | null;
}

/**
 * Ventende grener. Rows whose owners nobody knows before the answer is written, for no statement brought them: terms are in memory, and
 * which of them are mentioned shows as it is written.
 *
 * So it is written once to see what is missing; then that is fetched, a statement for each place, and it is written again.
 */
export class Awaited {
  readonly #places = new Map<AwaitingPlace, Asked>();

  /** The rows of a place; null where they are yet to be fetched for this owner. */
  at(place: AwaitingPlace, key: string): Grown | null {
    let asked = this.#places.get(place);
    if (!asked) this.#places.set(place, (asked = { keys: new Set(), grown: null }));
    if (asked.keys.has(key)) return asked.grown;
    asked.keys.add(key);
    asked.grown = null;
    return null;
  }

  get isMissing(): boolean {
    return [...this.#places.values()].some(({ grown }) => !grown);
  }

  async fetch(context: Context, variables: Arguments): Promise<void> {
    await Promise.all(
      [...this.#places].map(async ([{ branch, owner }, asked]) => {
        if (asked.grown) return;
        asked.grown = await fetchBranch(context, variables, branch, owner, [...asked.keys]);
      }),
    );
  }
}
