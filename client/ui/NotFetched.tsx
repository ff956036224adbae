import { useIntl } from 'react-intl';
import { Link, useLocation } from 'wouter';

import { EmptyState } from './EmptyState.tsx';
import { arrival } from './navigation.ts';

/** What was opened while the line was cut: it comes by itself, and until then there is a way back. */
export function NotFetched() {
  const { formatMessage } = useIntl();
  const [path] = useLocation();

  return (
    <EmptyState title={formatMessage({ id: 'connection.notFetched' })}>
      <p>{formatMessage({ id: 'connection.comesByItself' })}</p>
      {path !== '/' && (
        <p>
          <Link
            href="/"
            onClick={(event) => {
              if (arrival() === 'first') return;
              event.preventDefault();
              history.back();
            }}
          >
            {formatMessage({ id: 'connection.back' })}
          </Link>
        </p>
      )}
    </EmptyState>
  );
}
