import { useState } from 'react';
import { useIntl } from 'react-intl';

import { useMay } from '#client/access/viewer.ts';
import { consentPurposes } from './consents.ts';
import { RecordConsentDialog } from './RecordConsentDialog.tsx';

/** Venter på samtykke. A way to reach somebody was saved: it makes no consent, and whoever heard a yes may note it at once. */
export function ContactAwaitsConsent({
  person,
}: {
  person: { readonly id: string; readonly name: string };
}) {
  const { formatMessage } = useIntl();
  const mayRecord = useMay('consent.write');
  const [isRecording, setRecording] = useState(false);
  const [isDone, setDone] = useState(false);

  return (
    <div role="status" className="ds-alert" data-color="info">
      <p>
        {formatMessage(
          { id: isDone ? 'consent.recorded' : 'person.contactWaits' },
          { name: person.name },
        )}
      </p>
      {mayRecord && !isDone && (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          onClick={() => setRecording(true)}
        >
          {formatMessage({ id: 'consent.record' })}
        </button>
      )}
      {isRecording && (
        <RecordConsentDialog
          person={person}
          first={consentPurposes[0]}
          onDone={() => setDone(true)}
          onClose={() => setRecording(false)}
        />
      )}
    </div>
  );
}
