import { isWriting } from '#client/ui/isWriting.ts';

const rowsIn = (list: Element) => [...list.querySelectorAll<HTMLElement>('[data-row]')];
const nameOf = (row: Element | null | undefined) =>
  row?.querySelector<HTMLElement>('[data-work-name]') ?? null;

/** The row where the focus is, by its place; -1 where it is in none. */
export const placeOfFocus = (list: Element | null): number =>
  list ? rowsIn(list).findIndex((row) => row.contains(document.activeElement)) : -1;

/** Puts the focus on the name of a row, or of the last where there are fewer; false where there is none. */
export function focusRow(list: Element | null, place: number): boolean {
  const rows = list ? rowsIn(list) : [];
  const name = nameOf(rows[Math.min(place, rows.length - 1)]);
  name?.focus();
  return name !== null;
}

/**
 * Taster i arbeidslisten. J and K go from thing to thing, T takes it or gives it up; Enter opens it, for the focus is on what leads there. Nothing where
 * somebody writes, or where a dialog has the keys.
 */
export function handleWorkKey(event: KeyboardEvent, list: Element | null): void {
  if (event.altKey || event.ctrlKey || event.metaKey || !list) return;
  if (isWriting(event.target) || document.querySelector('dialog[open]')) return;
  const place = placeOfFocus(list);
  const moves: Record<string, () => void> = {
    j: () => focusRow(list, place + 1),
    k: () => focusRow(list, Math.max(0, place - 1)),
    t: () => rowsIn(list)[place]?.querySelector<HTMLElement>('[data-work-claim]')?.click(),
  };
  const move = moves[event.key.toLowerCase()];
  if (!move) return;
  event.preventDefault();
  move();
}
