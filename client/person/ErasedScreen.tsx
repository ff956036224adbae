import { useIntl } from 'react-intl';
import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';

import { NotFoundScreen } from '#client/NotFoundScreen.tsx';
import { Page } from '#client/ui/Page.tsx';

/** Slettet. Says that it is done, to whoever did it; the address alone says nothing of anybody. */
export function ErasedScreen() {
  const { formatMessage } = useIntl();
  const state = useHistoryState<{ isErased?: boolean } | null>();
  if (!state?.isErased) return <NotFoundScreen />;

  return (
    <Page title={formatMessage({ id: 'erase.done' })}>
      <div className="prose">
        <p className="lead">{formatMessage({ id: 'erase.doneWhat' })}</p>
        <p>{formatMessage({ id: 'erase.doneNext' })}</p>
        <Link href="/" className="ds-button">
          {formatMessage({ id: 'notFound.toSearch' })}
        </Link>
      </div>
    </Page>
  );
}
