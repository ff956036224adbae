import { useIntl } from 'react-intl';

import { useConnection, useIsOutdated } from './connection.ts';

/** Says that the line is down, for as long as it is, or that the page is older than the server. What is on the screen stays. */
export function ConnectionBanner() {
  const { formatMessage } = useIntl();
  const isUnreachable = useConnection() === 'unreachable';
  const isOutdated = useIsOutdated();

  return (
    <div role="status" className="connection">
      {isUnreachable && <p>{formatMessage({ id: 'connection.lost' })}</p>}
      {isOutdated && !isUnreachable && (
        <p>
          {formatMessage({ id: 'connection.outdated' })}
          <button type="button" className="ds-button" onClick={() => location.reload()}>
            {formatMessage({ id: 'problem.reload' })}
          </button>
        </p>
      )}
    </div>
  );
}
