import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { Page } from './ui/Page.tsx';

export function NotFoundScreen() {
  const { formatMessage } = useIntl();

  return (
    <Page title={formatMessage({ id: 'notFound.title' })}>
      <p>{formatMessage({ id: 'notFound.why' })}</p>
      <Link href="/" className="ds-button">
        {formatMessage({ id: 'notFound.toSearch' })}
      </Link>
    </Page>
  );
}
