import { useIntl } from 'react-intl';

import { useViewer } from './viewer.ts';

/** Who is signed in, and the way out. */
export function ViewerMenu() {
  const { formatMessage } = useIntl();
  const viewer = useViewer();
  if (!viewer) return null;

  return (
    <form className="viewer" method="post" action="/signout">
      <span>
        <bdi className="viewer-name">{viewer.name}</bdi>
        <span className="viewer-role">{formatMessage({ id: `role.${viewer.role}` })}</span>
      </span>
      <button type="submit" className="ds-button" data-variant="secondary">
        {formatMessage({ id: 'shell.signOut' })}
      </button>
    </form>
  );
}
