import { createContext, createElement, type ReactNode, use } from 'react';

import type { DirectoryQuery } from '#client/directory/directoryQuery.ts';
import type { Chosen } from './Selection.ts';

/** What the bar at the foot of the search is about. */
export interface Barred {
  readonly query: DirectoryQuery;
  readonly chosen: Chosen;
  readonly count: number;
  readonly total: number;
  readonly isCapped: boolean;
  readonly setChosen: (chosen: Chosen) => void;
}

const Bar = createContext<Barred | null>(null);

export const useBarred = (): Barred | null => use(Bar);

/** Hands the bar what it is about, for it is fetched later and takes no properties. */
export const useBar =
  (about: Barred | null) =>
  (element: ReactNode): ReactNode =>
    about && createElement(Bar, { value: about }, element);
