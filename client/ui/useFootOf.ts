import { type RefObject, useEffect } from 'react';

/** How much of the lower edge of every screen is taken, for what else sticks to it: `inset-block-end: var(--foot, 0px)`. */
const property = '--foot';

/**
 * Det som er tatt av nederste kant. Buttons that stick to the lower edge would otherwise be beneath what always stands there.
 *
 * It is told when it changes, and written nowhere else: to measure it, or to write it again, makes the browser work out the whole page anew,
 * and this stands in the frame that is drawn with every letter of a search.
 */
export function useFootOf(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const foot = ref.current;
    if (!foot) return undefined;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() =>
      style.setProperty(property, `${foot.offsetHeight}px`),
    );
    observer.observe(foot, { box: 'border-box' });
    return () => {
      observer.disconnect();
      style.removeProperty(property);
    };
  }, [ref]);
}
