import { type ReactNode } from 'react';
import { useIntl } from 'react-intl';

import { PurposeDialog } from '#client/access/PurposeDialog.tsx';
import { useProblemWording } from '#client/language/useProblemWording.ts';
import './ContactAction.css';
import type { useContactReveal } from './useContactReveal.ts';

/** Knappen som viser. The same button waits, and tries again, so that the focus has a place to be until there is something to press. */
export function ContactReveal({
  asking,
  name,
  icon,
  channel,
  children,
}: {
  asking: ReturnType<typeof useContactReveal>;
  /** Whom it is about, for those who hear the button without its surroundings. */
  name: string;
  icon?: ReactNode;
  /** Which way to reach them it shows, where it is one alone. */
  channel?: string;
  /** What it shows. */
  children: ReactNode;
}) {
  const { formatMessage } = useIntl();
  const wording = useProblemWording();
  const { reveal, isAsking, ask, askFor, stopAsking } = asking;
  const isWaiting = reveal.state === 'fetching' || reveal.state === 'unreachable';

  return (
    <div className="contact-reveal">
      <button
        type="button"
        className="contact-action"
        aria-disabled={isWaiting}
        onClick={() => !isWaiting && ask()}
      >
        {icon}
        <span>
          {isWaiting && formatMessage({ id: 'shell.loading' })}
          {reveal.state === 'failed' && formatMessage({ id: 'problem.retry' })}
          {(reveal.state === 'masked' || reveal.state === 'gone') && children}
          <span className="ds-sr-only">
            {', '}
            <bdi>{name}</bdi>
          </span>
        </span>
      </button>
      <p role="status" className="contact-not-fetched">
        {reveal.state === 'fetching' && (
          <span className="ds-sr-only">{formatMessage({ id: 'shell.loading' })}</span>
        )}
        {reveal.state === 'unreachable' && formatMessage({ id: 'contact.comesByItself' })}
        {reveal.state === 'failed' &&
          formatMessage({ id: 'contact.notFetched' }, { why: wording(reveal.problem.code) })}
        {reveal.state === 'gone' && wording('NOT_FOUND')}
      </p>
      {isAsking && <PurposeDialog channel={channel} onChoose={askFor} onClose={stopAsking} />}
    </div>
  );
}
