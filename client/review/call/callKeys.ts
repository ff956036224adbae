import { isWriting } from '#client/ui/isWriting.ts';

const rowsIn = (list: Element) => [...list.querySelectorAll<HTMLElement>('[data-row]')];
const nameIn = (row: Element | undefined) => row?.querySelector<HTMLElement>('[data-call-open]');

/** Puts the focus on the name of a row, or of the last where there are fewer. */
export function focusCall(list: Element | null, place: number): void {
  const rows = list ? rowsIn(list) : [];
  nameIn(rows[Math.min(place, rows.length - 1)])?.focus();
}

export const callsIn = (list: Element | null): number => (list ? rowsIn(list).length : 0);

export const placeOfCall = (list: Element | null): number =>
  list ? rowsIn(list).findIndex((row) => row.contains(document.activeElement)) : -1;

/**
 * Taster i ringelisten. J and K go from one to the next, Enter opens it, T takes it or gives it up, and 1 to 7 say what came of the call. Nothing where somebody
 * writes, or where a dialog has the keys.
 */
export function handleCallKey(event: KeyboardEvent, list: Element | null): void {
  if (event.altKey || event.ctrlKey || event.metaKey || !list) return;
  if (isWriting(event.target) && !isTick(event.target)) return;
  if (document.querySelector('dialog[open]')) return;
  const place = placeOfCall(list);
  const row = rowsIn(list)[place];
  const press = (what: string) => row?.querySelector<HTMLElement>(what)?.click();
  const key = event.key.toLowerCase();
  if (key === 'j') focusCall(list, place + 1);
  else if (key === 'k') focusCall(list, Math.max(0, place - 1));
  else if (key === 't') press('[data-call-claim]');
  else if (/^[1-7]$/.test(key)) press(`[data-call-outcome="${key}"]`);
  else return;
  event.preventDefault();
}

/** In a box that is ticked nobody writes. */
const isTick = (target: EventTarget | null) =>
  target instanceof HTMLInputElement && target.type === 'checkbox';
