import { useIntl } from 'react-intl';

import { Page } from './ui/Page.tsx';

export function AboutScreen() {
  const { formatMessage } = useIntl();

  return (
    <Page title={formatMessage({ id: 'about.title' })}>
      <div className="prose">
        <p className="lead">{formatMessage({ id: 'about.what' })}</p>
        <p>{formatMessage({ id: 'about.name' })}</p>
        <p>{formatMessage({ id: 'about.trust' })}</p>
        <p>{formatMessage({ id: 'about.sources' })}</p>
      </div>
    </Page>
  );
}
