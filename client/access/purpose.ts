import { useSyncExternalStore } from 'react';
import type { ResultOf } from '#client/graphql.ts';

import { useViewer, type Viewer_query } from './viewer.ts';

type Viewer = NonNullable<ResultOf<typeof Viewer_query>['viewer']>;

/** Formål. What contact details of people are read for, as the API names it. */
export type Purpose = Viewer['purposes'][number];

const storageKey = 'samband.purpose';
const listeners = new Set<() => void>();
/** For a browser that keeps nothing for us. */
let inMemory = '';

/**
 * What this tab is used for now; null until it is stated. It is forgotten when the tab is closed, and holds for the one who
 * stated it alone.
 */
export function usePurpose(): Purpose | null {
  const viewer = useViewer();
  const stated = useSyncExternalStore(subscribe, kept);
  return viewer?.purposes.find((purpose) => stated === written(purpose, viewer)) ?? null;
}

/** Says what the tab is used for from now on. */
export const statePurpose = (purpose: Purpose, viewer: Pick<Viewer, 'id'>): void =>
  keep(written(purpose, viewer));

/** From now on the tab is used for nothing that needs a purpose. */
export const endPurpose = (): void => keep('');

const written = (purpose: Purpose, viewer: Pick<Viewer, 'id'>) => `${purpose} ${markOf(viewer)}`;

/** Enough to tell one user from another, and too little to tell who they are. */
const markOf = ({ id }: Pick<Viewer, 'id'>): string =>
  [...id].reduce((mark, letter) => (mark * 31 + letter.charCodeAt(0)) % 65_521, 7).toString(36);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function kept(): string {
  try {
    return sessionStorage.getItem(storageKey) ?? '';
  } catch {
    return inMemory;
  }
}

function keep(text: string): void {
  if (text === kept()) return;
  inMemory = text;
  try {
    if (text) sessionStorage.setItem(storageKey, text);
    else sessionStorage.removeItem(storageKey);
  } catch {
    // Then it lasts as long as the page.
  }
  for (const listener of listeners) listener();
}
