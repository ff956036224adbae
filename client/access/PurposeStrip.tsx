import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';

import { useConnection } from '#client/connection.ts';
import { useInSentence } from '#client/language/useInSentence.ts';
import { useFootOf } from '#client/ui/useFootOf.ts';
import { endPurpose, statePurpose, usePurpose } from './purpose.ts';
import './PurposeStrip.css';
import { useViewer } from './viewer.ts';

/** Hva en leser for. Stands at the lower edge of every screen while a purpose holds, where it pushes nothing away; one press changes or ends it. */
export function PurposeStrip() {
  const { formatMessage } = useIntl();
  const inSentence = useInSentence();
  const viewer = useViewer();
  const purpose = usePurpose();
  const strip = useRef<HTMLElement>(null);
  useFootOf(strip);
  const isSignedOut = useConnection() === 'signed-out';

  // Whoever comes next, be it the same user, states their own.
  useEffect(() => {
    if (isSignedOut || (viewer !== undefined && !purpose)) endPurpose();
  }, [isSignedOut, viewer, purpose]);

  const named = (name: typeof purpose & string) =>
    inSentence(formatMessage({ id: `purpose.${name}` }));

  function end() {
    endPurpose();
    // The button goes with the strip.
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }

  return (
    <aside
      ref={strip}
      className="purpose-strip"
      aria-label={formatMessage({ id: 'purpose.strip' })}
      hidden={!purpose}
    >
      <p role="status">
        {purpose &&
          formatMessage(
            { id: 'purpose.readingFor' },
            { purpose: <strong key="purpose">{named(purpose)}</strong> },
          )}
      </p>
      {viewer && purpose && (
        <p>
          {viewer.purposes
            .filter((other) => other !== purpose)
            .map((other) => (
              <button
                key={other}
                type="button"
                className="plain-link"
                onClick={() => statePurpose(other, viewer)}
              >
                {formatMessage({ id: 'purpose.changeTo' }, { purpose: named(other) })}
              </button>
            ))}
          <button type="button" className="plain-link" onClick={end}>
            {formatMessage({ id: 'purpose.end' })}
          </button>
        </p>
      )}
    </aside>
  );
}
