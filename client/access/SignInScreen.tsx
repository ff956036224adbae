import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { useLocation, useSearch } from 'wouter';

import { Page } from '#client/ui/Page.tsx';
import { takeLostFocus } from '#client/ui/takeLostFocus.ts';

/** Innlogging. The address stays, so that signing in leads back to it. */
export function SignInScreen({ hasSessionEnded }: { hasSessionEnded: boolean }) {
  const { formatMessage } = useIntl();
  const [path] = useLocation();
  const search = useSearch();
  const returnTo = search ? `${path}?${search}` : path;

  // It has taken the place of the page that one was in the middle of.
  useEffect(() => {
    if (hasSessionEnded) takeLostFocus(document.querySelector('h1'));
  }, [hasSessionEnded]);

  return (
    <Page
      title={formatMessage({ id: hasSessionEnded ? 'access.sessionEnded' : 'access.signInTitle' })}
    >
      <div className="prose">
        <p className="lead">
          {formatMessage({ id: hasSessionEnded ? 'access.sessionEndedWhy' : 'access.signInWhy' })}
        </p>
        <p>{formatMessage({ id: 'access.signInHow' })}</p>
        <a className="ds-button" href={`/signin?${new URLSearchParams({ returnTo })}`}>
          {formatMessage({ id: 'access.signIn' })}
        </a>
      </div>
    </Page>
  );
}
