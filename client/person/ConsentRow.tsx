import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';

import type { Purpose } from '#client/access/purpose.ts';
import { type Consent, consentState } from './consents.ts';

/** Ett formål. How it stands, in words; under it how it came about. */
export function ConsentRow({
  purpose,
  consent,
  today,
  children,
}: {
  purpose: Purpose;
  consent: Consent | undefined;
  today: string;
  /** What may be done with it. */
  children?: ReactNode;
}) {
  const { formatMessage, formatDate, formatDisplayName } = useIntl();
  const day = (moment: string) =>
    formatDate(moment, { dateStyle: 'long', timeZone: 'Europe/Oslo' });
  const state = consent ? consentState(consent, today) : 'notAsked';

  return (
    <li>
      <div>
        <h3>{formatMessage({ id: `purpose.${purpose}` })}</h3>
        <p className="consent-state" data-state={state}>
          <FormattedMessage
            id={`consent.state.${state}`}
            values={{
              expires: consent && day(consent.expiresOn),
              withdrawn: consent?.withdrawnAt && day(consent.withdrawnAt),
              method: consent?.withdrawnBy ?? '',
            }}
          />
        </p>
        {consent && (
          <p className="quiet">
            <FormattedMessage
              id="consent.given"
              values={{
                given: day(consent.givenAt),
                method: consent.method,
                edition: consent.textVersion,
                language: formatDisplayName(consent.textLanguage, { type: 'language' }),
              }}
            />
          </p>
        )}
      </div>
      {children}
    </li>
  );
}
