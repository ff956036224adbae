import { useIntl } from 'react-intl';

import { Page } from '#client/ui/Page.tsx';

/** Søk. The front page. */
export function SearchScreen() {
  const { formatMessage } = useIntl();
  return <Page title={formatMessage({ id: 'directory.title' })}>{null}</Page>;
}
