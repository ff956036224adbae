import { createContext, use } from 'react';

/** Utvalgte treff. Which hits are chosen: some, or all that the search finds but for some. */
export interface Chosen {
  readonly isAll: boolean;
  /** Those that are chosen; where all are, those that are not. */
  readonly ids: ReadonlySet<string>;
}

export const nobody: Chosen = { isAll: false, ids: new Set() };

export const isChosen = ({ isAll, ids }: Chosen, id: string): boolean => ids.has(id) !== isAll;

/** How many are chosen of so many. */
export const countOf = ({ isAll, ids }: Chosen, total: number): number =>
  isAll ? Math.max(0, total - ids.size) : ids.size;

/** The same with some more, or some fewer. */
export function withChosen(
  { isAll, ids }: Chosen,
  some: readonly string[],
  areChosen: boolean,
): Chosen {
  const next = new Set(ids);
  for (const id of some) {
    if (areChosen === isAll) next.delete(id);
    else next.add(id);
  }
  return { isAll, ids: next };
}

/** What a hit needs to be chosen; null where nothing is. */
export interface Choosing {
  readonly chosen: Chosen;
  readonly choose: (id: string, isOn: boolean, isRange: boolean) => void;
}

export const ChoosingContext = createContext<Choosing | null>(null);

export const useChoosing = (): Choosing | null => use(ChoosingContext);
