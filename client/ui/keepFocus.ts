import { takeLostFocus } from './takeLostFocus.ts';

/** What a part of the page begins with, closest first. */
const parts = 'section, dialog[open], main';
const watched = { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] };

/**
 * Holder på fokus. What had the focus is gone after a deed, and the browser leaves whoever presses keys at the top of the page: they are put
 * at the heading of the part where they were, or at what was only closed for a moment. Whatever takes the focus itself comes first.
 */
export function keepFocus(): () => void {
  let last: HTMLElement | null = null;
  let around: readonly HTMLElement[] = [];
  let wasDisabled = false;
  let frame = 0;

  const note = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    last = target;
    around = partsAround(target);
    wasDisabled = false;
  };
  const mend = () => {
    if (!last || !isLost()) return;
    if (last.isConnected && !isHidden(last)) {
      if (wasDisabled && last.matches(':enabled')) takeLostFocus(last);
      return;
    }
    takeLostFocus(headingOf(around));
  };
  const observer = new MutationObserver(() => {
    if (last?.matches(':disabled')) wasDisabled = true;
    cancelAnimationFrame(frame);
    // Two, for what is put there now may take the focus itself.
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(mend);
    });
  });

  document.addEventListener('focusin', note);
  observer.observe(document.body, watched);
  return () => {
    document.removeEventListener('focusin', note);
    observer.disconnect();
    cancelAnimationFrame(frame);
  };
}

const isLost = () => !document.activeElement || document.activeElement === document.body;
const isHidden = (element: HTMLElement) => element.closest('[hidden]') !== null;

function partsAround(element: HTMLElement): readonly HTMLElement[] {
  const found = element.closest<HTMLElement>(parts);
  if (!found) return [];
  return [found, ...(found.parentElement ? partsAround(found.parentElement) : [])];
}

/** While a dialog is open, nothing outside it takes the focus. */
function headingOf(around: readonly HTMLElement[]): HTMLElement | null {
  const dialog = [...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1);
  const part = around.find((it) => it.isConnected && (!dialog || dialog.contains(it)));
  const heading = (part ?? dialog ?? document).querySelector<HTMLElement>('h1, h2');
  heading?.setAttribute('tabindex', '-1');
  return heading;
}
