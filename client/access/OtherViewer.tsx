import { useEffect } from 'react';
import { useIntl } from 'react-intl';

import { Page } from '#client/ui/Page.tsx';
import { rememberOtherViewer } from './rememberOtherViewer.ts';

/** En annen er logget inn. What was shown to the former user is gone from the page before it is fetched anew. */
export function OtherViewer() {
  const { formatMessage } = useIntl();

  useEffect(() => {
    rememberOtherViewer();
    location.reload();
  }, []);

  return (
    <Page title={formatMessage({ id: 'access.otherViewer' })}>
      <p>{formatMessage({ id: 'access.otherViewerReloads' })}</p>
    </Page>
  );
}
