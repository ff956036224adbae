import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';

import { AccessDialog } from '#client/access/AccessDialog.tsx';
import { maskShown } from '#client/access/shown.ts';
import { graphql } from '#client/graphql.ts';
import { useLanguage } from '#client/language/LanguageProvider.tsx';
import { languages } from '#client/language/languages.ts';
import { toProblem } from '#client/problem.ts';
import { todayInNorway } from '#client/ui/days.ts';
import { Choice, Field } from '#client/ui/Field.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { lastDayOfConsent } from '#schema/language/lastDayOfConsent.ts';
import { atTheField } from './atTheField.ts';
import { type ConsentPurpose, consentPurposes, heardMethods } from './consents.ts';

export const ConsentTexts_query = graphql(`
  query ConsentTexts {
    consentTexts {
      purpose
      language
      version
      text
    }
  }
`);

export const RecordConsent = graphql(`
  mutation RecordConsent($input: RecordConsentInput!) {
    recordConsent(input: $input) {
      id
      version
    }
  }
`);

/** Registrere samtykke. Shows the very text that is said yes to, in the language it is read in. */
export function RecordConsentDialog({
  person,
  first,
  onDone,
  onClose,
}: {
  person: { readonly id: string; readonly name: string };
  /** What there most likely is a yes to note for. */
  first: ConsentPurpose;
  onDone: () => void;
  onClose: () => void;
}) {
  const { formatMessage, formatDate } = useIntl();
  const { language: ours } = useLanguage();
  const [purpose, setPurpose] = useState<string>(first);
  const [language, setLanguage] = useState<string>(ours);
  const [givenOn, setGivenOn] = useState(todayInNorway);
  const lastDay = formatDate(lastDayOfConsent(givenOn), { dateStyle: 'long', timeZone: 'UTC' });
  const [, record] = useMutation(RecordConsent);

  async function submit(values: FormData) {
    const { error } = await record({
      input: {
        personId: person.id,
        purpose: String(values.get('purpose')) as ConsentPurpose,
        method: String(values.get('method')) as (typeof heardMethods)[number],
        givenOn: String(values.get('givenOn')),
        language: String(values.get('language')),
        reason: String(values.get('reason')) || null,
      },
    });
    if (error) return atTheField(toProblem(error), { ALREADY_GIVEN: 'purpose' });
    maskShown();
    onDone();
    return null;
  }

  return (
    <AccessDialog
      name={`consent ${person.id}`}
      title={formatMessage({ id: 'consent.record' })}
      action={formatMessage({ id: 'consent.record' })}
      what={formatMessage({ id: 'consent.recordWhat' }, { name: person.name, lastDay })}
      submit={submit}
      onClose={onClose}
    >
      <Choice
        name="purpose"
        label={formatMessage({ id: 'consent.purpose' })}
        defaultValue={first}
        onChange={(event) => setPurpose(event.target.value)}
      >
        {consentPurposes.map((one) => (
          <option key={one} value={one}>
            {formatMessage({ id: `purpose.${one}` })}
          </option>
        ))}
      </Choice>
      <Choice
        name="language"
        label={formatMessage({ id: 'consent.language' })}
        defaultValue={ours}
        onChange={(event) => setLanguage(event.target.value)}
      >
        {languages.map(({ code, endonym }) => (
          <option key={code} value={code} lang={code}>
            {endonym}
          </option>
        ))}
      </Choice>
      <TextOf purpose={purpose} language={language} />
      <Choice name="method" label={formatMessage({ id: 'consent.method' })}>
        {heardMethods.map((method) => (
          <option key={method} value={method}>
            {formatMessage({ id: `consentMethod.${method}` })}
          </option>
        ))}
      </Choice>
      <Field
        name="givenOn"
        label={formatMessage({ id: 'consent.givenOn' })}
        type="date"
        defaultValue={givenOn}
        onChange={(event) => event.target.value && setGivenOn(event.target.value)}
        required
      />
    </AccessDialog>
  );
}

function TextOf({ purpose, language }: { purpose: string; language: string }) {
  const { formatMessage } = useIntl();
  const [result] = useQuery({ query: ConsentTexts_query });

  return (
    <Loaded result={result} waiting={<Skeleton lines={3} />}>
      {({ consentTexts }) => {
        const wording = consentTexts.find(
          (one) => one.purpose === purpose && one.language === language,
        );
        return (
          wording && (
            <figure className="consent-figure">
              <figcaption>
                {formatMessage({ id: 'consent.text' }, { edition: wording.version })}
              </figcaption>
              <blockquote className="consent-text" lang={wording.language}>
                {wording.text}
              </blockquote>
            </figure>
          )
        );
      }}
    </Loaded>
  );
}
