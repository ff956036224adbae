import { type RefObject, useEffect } from 'react';

/** How much of the lower edge of every screen is taken, for what else sticks to it: `inset-block-end: var(--foot, 0px)`. */
const property = '--foot';

/**
 * Det som er tatt av nederste kant. Buttons that stick to the lower edge would otherwise be beneath what always stands there.
 *
 * Measured when it is drawn and when the window changes: where its words break into more lines, it is higher.
 */
export function useFootOf(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { style } = document.documentElement;
    const measure = () => style.setProperty(property, `${ref.current?.offsetHeight ?? 0}px`);
    measure();
    addEventListener('resize', measure);
    return () => {
      removeEventListener('resize', measure);
      style.removeProperty(property);
    };
  });
}
