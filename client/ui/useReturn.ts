import { type MouseEvent, type RefObject, useLayoutEffect, useState } from 'react';

import { arrival } from './navigation.ts';
import { takeLostFocus } from './takeLostFocus.ts';

/** The row that somebody went on from: by its name, and by its place for when it is done. */
interface LeftRow {
  readonly id: string;
  readonly place: number;
}

interface Entry {
  readonly leftRow?: LeftRow;
}

const rowsIn = (list: Element) => [...list.querySelectorAll<HTMLElement>('[data-row]')];

/**
 * Tilbake til raden. Whoever opens what a row of a list leads to and comes back is put at that row again, or at the one that has taken its
 * place. Which one it was stays with the entry of the browser's history.
 *
 * Rows are marked `data-row`; the focus goes to the first link in one. For where the rows have come: `rows` are those that the list shows.
 */
export function useReturn(list: RefObject<HTMLElement | null>, rows: unknown) {
  const [left] = useState(leftRow);

  useLayoutEffect(() => {
    if (!left) return;
    // All of them are done: the page says so.
    if (!list.current) return takeLostFocus(document.querySelector('h1'));
    const all = rowsIn(list.current);
    const row = all.find(({ dataset }) => dataset['row'] === left.id);
    const found = row ?? all[Math.min(left.place, all.length - 1)];
    const link = found?.querySelector<HTMLElement>('a[href]');
    takeLostFocus(link);
    if (link && link === document.activeElement) found?.scrollIntoView({ block: 'nearest' });
  }, [left, list, rows]);

  return {
    /** For the element around the rows: notes what is opened. */
    onClickCapture: ({ target }: MouseEvent) => {
      const row = (target as Element).closest<HTMLElement>('[data-row]');
      if (!row || !list.current || !(target as Element).closest('a[href]')) return;
      const kept = { id: row.dataset['row'] ?? '', place: rowsIn(list.current).indexOf(row) };
      history.replaceState({ ...(history.state as Entry | null), leftRow: kept }, '');
    },
  };
}

const leftRow = (): LeftRow | null =>
  arrival() === 'back' ? ((history.state as Entry | null)?.leftRow ?? null) : null;

/** The place of the row that one comes back to; the first where one does not. */
export const returnedPlace = (): number => leftRow()?.place ?? 0;

/** Whether a screen with such a list leaves the focus to it. */
export const isReturning = (): boolean => leftRow() !== null;
