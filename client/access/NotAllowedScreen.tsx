import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { Page } from '#client/ui/Page.tsx';
import { useViewer } from './viewer.ts';
import { WhomToAsk } from './WhomToAsk.tsx';

/** Ikke for deg. Says what stands in the way, as which role, and whom to ask; never what is behind. */
export function NotAllowedScreen() {
  const { formatMessage } = useIntl();
  const viewer = useViewer();

  return (
    <Page title={formatMessage({ id: 'access.notAllowed' })}>
      <div className="prose">
        <p className="lead">
          {viewer &&
            formatMessage(
              { id: 'access.notAllowedWhy' },
              { role: formatMessage({ id: `role.${viewer.role}` }) },
            )}
        </p>
        <WhomToAsk />
        <p>
          <Link href="/">{formatMessage({ id: 'access.toSearch' })}</Link>
        </p>
      </div>
    </Page>
  );
}
