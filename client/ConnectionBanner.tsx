import { useSyncExternalStore } from 'react';
import { useIntl } from 'react-intl';

import { connection } from './connection.ts';

/** Says that the line is down, for as long as it is. What is on the screen stays. */
export function ConnectionBanner() {
  const { formatMessage } = useIntl();
  const isUnreachable = useSyncExternalStore(connection.subscribe, connection.state) === 'unreachable';

  return (
    <div role="status" className="connection">
      {isUnreachable && <p>{formatMessage({ id: 'connection.lost' })}</p>}
    </div>
  );
}
