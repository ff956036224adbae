import { useState } from 'react';
import { useIntl } from 'react-intl';

import { wasOtherViewer } from './rememberOtherViewer.ts';
import { useViewer } from './viewer.ts';

const cameForAnother = typeof window !== 'undefined' && wasOtherViewer();

/** Why the page was fetched anew: the one who signed in in another tab is who is here now. */
export function OtherViewerNotice() {
  const { formatMessage } = useIntl();
  const viewer = useViewer();
  const [isOpen, setOpen] = useState(cameForAnother);

  return (
    <div role="status" className="notice">
      {isOpen && viewer && (
        <p>
          {formatMessage({ id: 'access.otherViewerNow' }, { name: viewer.name })}{' '}
          <button type="button" className="plain-link" onClick={() => setOpen(false)}>
            {formatMessage({ id: 'shell.close' })}
          </button>
        </p>
      )}
    </div>
  );
}
