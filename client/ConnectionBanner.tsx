import { useIntl } from 'react-intl';

import { useConnection } from './connection.ts';

/** Says that the line is down, for as long as it is. What is on the screen stays. */
export function ConnectionBanner() {
  const { formatMessage } = useIntl();
  const isUnreachable = useConnection() === 'unreachable';

  return (
    <div role="status" className="connection">
      {isUnreachable && <p>{formatMessage({ id: 'connection.lost' })}</p>}
    </div>
  );
}
