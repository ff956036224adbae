import { type ReactNode, useEffect, useRef } from 'react';

import { arrival } from './navigation.ts';

/**
 * Side. What every screen stands in: names the tab, has the one h1, and puts the reader at it when the screen
 * was navigated to. Going back keeps the browser's own scroll position.
 */
export function Page({
  title,
  heading = title,
  hasQuietHeading = false,
  placesFocus = true,
  children,
}: {
  /** For the tab; and for the h1, unless `heading` says it better. */
  title: string;
  heading?: ReactNode;
  /** The h1 is for those who listen; the screen says it in another way to those who see. */
  hasQuietHeading?: boolean;
  /** False for a screen that knows a better place to begin than its h1. */
  placesFocus?: boolean;
  children: ReactNode;
}) {
  const headingElement = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} – Samband`;
  }, [title]);

  useEffect(() => {
    const came = arrival();
    if (came === 'forward') scrollTo(0, 0);
    if (placesFocus && came !== 'first') headingElement.current?.focus({ preventScroll: true });
  }, [placesFocus]);

  return (
    <div className="page">
      <h1 ref={headingElement} tabIndex={-1} className={hasQuietHeading ? 'ds-sr-only' : undefined}>
        {heading}
      </h1>
      {children}
    </div>
  );
}
