import { type ReactNode, useId } from 'react';
import { useIntl } from 'react-intl';

import './Section.css';

/** Avsnitt. A part of a page with an address of its own, `#id`, to send somebody to. */
export function Section({
  id,
  title,
  tools,
  children,
}: {
  id: string;
  title: string;
  /** What stands beside the heading: a toggle, a date. */
  tools?: ReactNode;
  children: ReactNode;
}) {
  const { formatMessage } = useIntl();
  const headingId = useId();

  // The address was followed before the section was there, so the browser could not go to it.
  const arrive = (element: HTMLElement | null) => {
    if (element && location.hash === `#${id}`) element.scrollIntoView();
  };

  return (
    <section id={id} ref={arrive} aria-labelledby={headingId} className="section">
      <header className="section-header">
        <h2 id={headingId}>{title}</h2>
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
