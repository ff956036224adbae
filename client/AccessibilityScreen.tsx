import { useIntl } from 'react-intl';

import { Page } from './ui/Page.tsx';

const feedbackAddress = 'tilgjengelighet@samband.example';

/** Tilgjengelighetserklæring: what we aim for, what we know is missing, and whom to tell. */
export function AccessibilityScreen() {
  const { formatMessage } = useIntl();

  return (
    <Page title={formatMessage({ id: 'accessibility.title' })}>
      <div className="prose">
        <p className="lead">{formatMessage({ id: 'accessibility.aim' })}</p>
        <h2>{formatMessage({ id: 'accessibility.how' })}</h2>
        <p>{formatMessage({ id: 'accessibility.tested' })}</p>
        <h2>{formatMessage({ id: 'accessibility.missing' })}</h2>
        <p>{formatMessage({ id: 'accessibility.known' })}</p>
        <h2>{formatMessage({ id: 'accessibility.tell' })}</h2>
        <p>
          {formatMessage(
            { id: 'accessibility.write' },
            {
              address: (
                <a key="address" href={`mailto:${feedbackAddress}`}>
                  {feedbackAddress}
                </a>
              ),
            },
          )}
        </p>
      </div>
    </Page>
  );
}
