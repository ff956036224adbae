import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { graphql, readFragment } from '#client/graphql.ts';
import { todayInNorway } from '#client/ui/days.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Section } from '#client/ui/Section.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { ConsentRow } from './ConsentRow.tsx';
import {
  type Consent,
  consentPurposes,
  consents_consent,
  consentState,
  tellingConsent,
} from './consents.ts';
import './PersonConsents.css';
import { RecordConsentDialog } from './RecordConsentDialog.tsx';
import { WithdrawConsentDialog } from './WithdrawConsentDialog.tsx';

export const PersonConsents_query = graphql(
  `
    query PersonConsents($id: ID!) {
      person(id: $id) {
        id
        viewerMay {
          recordConsent
        }
        consents {
          ...consents_consent
        }
      }
    }
  `,
  [consents_consent],
);

/** Nobody has said yes to anything in an empty answer, so it does not tell that it is about consents. */
const context = { additionalTypenames: ['Consent', 'ChangeConnection'] };

/** Samtykker. What the person has said yes to, how it stands, and for those who may, noting a yes or a no. Asked for by those who see it alone. */
export function PersonConsents({
  person,
}: {
  person: { readonly id: string; readonly name: string };
}) {
  const { formatMessage } = useIntl();
  const [result] = useQuery({
    query: PersonConsents_query,
    variables: { id: person.id },
    requestPolicy: 'cache-and-network',
    context,
  });
  const [isRecording, setRecording] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Consent | null>(null);
  const [done, setDone] = useState('');
  const today = todayInNorway();

  return (
    <Section
      id="samtykker"
      title={formatMessage({ id: 'consent.title' })}
      tools={
        result.data?.person?.viewerMay.recordConsent && (
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            onClick={() => setRecording(true)}
          >
            {formatMessage({ id: 'consent.record' })}
          </button>
        )
      }
    >
      <Loaded result={result} waiting={<Skeleton lines={8} />}>
        {({ person: found }) => {
          if (!found) return null;
          const consents = readFragment(consents_consent, found.consents);
          const telling = consentPurposes.map((purpose) => ({
            purpose,
            consent: tellingConsent(consents, purpose, today),
          }));
          const shown = telling.flatMap(({ consent }) => consent?.id ?? []);
          const earlier = consents.filter(({ id }) => !shown.includes(id));
          return (
            <>
              <ul className="consents">
                {telling.map(({ purpose, consent }) => (
                  <ConsentRow key={purpose} purpose={purpose} consent={consent} today={today}>
                    {found.viewerMay.recordConsent &&
                      consent &&
                      consentState(consent, today) === 'holds' && (
                        <button
                          type="button"
                          className="ds-button"
                          data-variant="tertiary"
                          onClick={() => setWithdrawing(consent)}
                        >
                          {formatMessage({ id: 'consent.withdraw' })}
                          <span className="ds-sr-only">
                            : {formatMessage({ id: `purpose.${purpose}` })}
                          </span>
                        </button>
                      )}
                  </ConsentRow>
                ))}
              </ul>
              {earlier.length > 0 && (
                <details className="consents-earlier">
                  <summary>
                    {formatMessage({ id: 'consent.earlier' }, { count: earlier.length })}
                  </summary>
                  <ul className="consents">
                    {earlier.map((consent) => (
                      <ConsentRow
                        key={consent.id}
                        purpose={consent.purpose}
                        consent={consent}
                        today={today}
                      />
                    ))}
                  </ul>
                </details>
              )}
              {isRecording && (
                <RecordConsentDialog
                  person={person}
                  first={
                    telling.find(
                      ({ consent }) => !consent || consentState(consent, today) !== 'holds',
                    )?.purpose ?? consentPurposes[0]
                  }
                  onDone={() => setDone(formatMessage({ id: 'consent.recorded' }))}
                  onClose={() => setRecording(false)}
                />
              )}
              {withdrawing && (
                <WithdrawConsentDialog
                  person={person}
                  consent={withdrawing}
                  onDone={() => setDone(formatMessage({ id: 'consent.isWithdrawn' }))}
                  onClose={() => setWithdrawing(null)}
                />
              )}
            </>
          );
        }}
      </Loaded>
      <p role="status" className="quiet">
        {done}
      </p>
    </Section>
  );
}
