/**
 * Gives the focus to what has taken the place of what had it. Whoever has gone on to something else in the meantime stays there.
 */
export function takeLostFocus(element: HTMLElement | null | undefined): void {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) element?.focus({ preventScroll: true });
}
