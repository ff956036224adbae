import type { KeyboardEvent } from 'react';

const hitsIn = (list: Element) => [...list.querySelectorAll<HTMLElement>('[data-hit]')];
const actionOf = (hit: Element) => hit.querySelector<HTMLElement>('.hit-action :is(a, button)');

/** From there the focus goes on to what takes its place. */
function use(action: HTMLElement | null): void {
  action?.focus();
  action?.click();
}

/** Shows how to reach the first hit, or goes to it where it is shown; false when there is none. */
export function reachFirstHit(list: Element | null): boolean {
  const row = list && hitsIn(list)[0]?.closest('.hit');
  const action = row && actionOf(row);
  action?.focus();
  if (action instanceof HTMLButtonElement) action.click();
  return Boolean(action);
}

/** Puts the focus on the first hit; false when there is none. */
export function focusFirstHit(list: Element | null): boolean {
  const first = list && hitsIn(list)[0];
  first?.focus();
  return Boolean(first);
}

/**
 * Taster i trefflisten. Up and down go from hit to hit, across to the way to reach it and back, R or C shows the number, or rings it, X chooses it where many may be changed,
 * and Escape, or up from the first, returns to the field.
 */
export function handleHitKeys(event: KeyboardEvent<HTMLElement>, returnToField: () => void): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  // A dialog that was opened from a hit has its keys to itself.
  if ((event.target as Element).closest('dialog')) return;
  const row = (event.target as Element).closest('.hit');
  const hits = hitsIn(event.currentTarget);
  const index = hits.findIndex((hit) => row?.contains(hit));
  if (event.key === 'Escape') {
    event.preventDefault();
    returnToField();
    return;
  }
  if (!row || index < 0) return;

  const across = document.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = document.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  const moves: Record<string, () => void> = {
    ArrowDown: () => hits[index + 1]?.focus(),
    ArrowUp: () => (index === 0 ? returnToField() : hits[index - 1]?.focus()),
    Home: () => hits[0]?.focus(),
    End: () => hits.at(-1)?.focus(),
    [across]: () => actionOf(row)?.focus(),
    [back]: () => hits[index]?.focus(),
    r: () => use(actionOf(row)),
    c: () => use(actionOf(row)),
    x: () => row.querySelector<HTMLElement>('.hit-choice input')?.click(),
  };
  const move = moves[event.key];
  if (!move) return;
  event.preventDefault();
  move();
}
