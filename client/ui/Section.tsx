import { type ReactNode, useCallback, useId, useLayoutEffect, useRef } from 'react';
import { useIntl } from 'react-intl';

import { arriveAt } from './arriveAt.ts';
import { takeLostFocus } from './takeLostFocus.ts';
import './Section.css';

/** Avsnitt. A part of a page with an address of its own, `#id`, to send somebody to. */
export function Section({
  id,
  title,
  tools,
  takesFocus = false,
  children,
}: {
  id: string;
  title: string;
  /** What stands beside the heading: a toggle, a date. */
  tools?: ReactNode;
  /** It takes the place of the button that opened it. */
  takesFocus?: boolean;
  children: ReactNode;
}) {
  const { formatMessage } = useIntl();
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);

  useLayoutEffect(() => {
    if (takesFocus) takeLostFocus(heading.current);
  }, [takesFocus]);

  // The address was followed before the section was there, so the browser could not go to it.
  const arrive = useCallback(
    (element: HTMLElement) => (location.hash === `#${id}` ? arriveAt(element) : undefined),
    [id],
  );

  return (
    <section id={id} ref={arrive} aria-labelledby={headingId} className="section">
      <header className="section-header">
        <h2 id={headingId} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <a
          className="section-link"
          href={`#${id}`}
          aria-label={formatMessage({ id: 'shell.linkTo' }, { title })}
        >
          #
        </a>
        {tools}
      </header>
      {children}
    </section>
  );
}
