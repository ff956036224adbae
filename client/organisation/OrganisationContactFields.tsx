import { useContext } from 'react';
import { useIntl } from 'react-intl';

import { Choice, Field, LongField } from '#client/ui/Field.tsx';
import { FormProblem } from '#client/ui/Form.tsx';
import { RowTools } from '#client/ui/RowTools.tsx';
import { type Row, useRows } from '#client/ui/useRows.ts';
import { useTerms } from '#client/vocabulary/TermPicker.tsx';

/** Those that organisations have, the usual first. */
const channels = [
  'PHONE',
  'EMAIL',
  'WEBSITE',
  'FACEBOOK',
  'SMS',
  'WHATSAPP',
  'SIGNAL',
  'TELEGRAM',
  'VIBER',
  'SPOND',
  'POST',
  'MEETING_PLACE',
] as const;
type Channel = (typeof channels)[number];
const audiences = ['ALL_STAFF', 'COORDINATORS', 'CRISIS_ONLY'] as const;

/** Måter å nå virksomheten på. One row for each, in the order to try them. A value that changes counts as not yet tried. */
export function OrganisationContactFields({
  known,
}: {
  known: readonly Readonly<Record<string, string>>[];
}) {
  const { formatMessage } = useIntl();
  const { rows, listen, add, remove, move } = useRows('contactPoints', known);

  return (
    <fieldset ref={listen} className="form-rows" data-kept-field="contactPoints">
      <legend>{formatMessage({ id: 'organisation.contact' })}</legend>
      <p className="field-hint">{formatMessage({ id: 'organisation.contactHint' })}</p>
      {rows.map((row, at) => (
        <ContactRow key={row.key} row={row} at={at} list={{ rows, remove, move }} />
      ))}
      <button type="button" className="ds-button" data-variant="secondary" onClick={() => add()}>
        {formatMessage({ id: 'organisation.addContact' })}
      </button>
    </fieldset>
  );
}

function ContactRow({
  row,
  at,
  list,
}: {
  row: Row;
  at: number;
  list: Parameters<typeof RowTools>[0]['list'];
}) {
  const { formatMessage } = useIntl();
  const languages = useTerms('languages');
  const wrong = Object.keys(useContext(FormProblem)?.fields ?? {});
  const { values } = row;
  const prefix = `contactPoints.${at}`;
  const channel = (values['channel'] ?? 'PHONE') as Channel;
  const title = values['value']
    ? `${formatMessage({ id: `contactChannel.${channel}` })} ${values['value']}`
    : formatMessage({ id: 'organisation.newContact' });
  const details = ['label', 'hours', 'language', 'audience'].map((it) => `${prefix}.${it}`);
  const hasDetails = ['label', 'hours', 'language'].some((it) => values[it]);
  const value = {
    name: `${prefix}.value`,
    defaultValue: values['value'] ?? '',
    label: formatMessage({ id: 'organisation.contactValue' }),
    most: 500,
    required: true,
  };

  return (
    <div role="group" aria-label={title} className="form-row">
      {values['id'] && <input type="hidden" name={`${prefix}.id`} value={values['id']} />}
      <Choice
        name={`${prefix}.channel`}
        label={formatMessage({ id: 'change.field.contactPoints.channel' })}
        defaultValue={channel}
      >
        {channels.map((it) => (
          <option key={it} value={it}>
            {formatMessage({ id: `contactChannel.${it}` })}
          </option>
        ))}
      </Choice>
      {channel === 'POST' ? (
        <LongField {...value} rows={3} />
      ) : (
        <Field {...value} dir="auto" autoComplete="off" />
      )}
      <details open={hasDetails || details.some((it) => wrong.includes(it)) || undefined}>
        <summary>{formatMessage({ id: 'organisation.contactDetails' })}</summary>
        <div className="form-row">
          <Field
            name={`${prefix}.label`}
            label={formatMessage({ id: 'change.field.contactPoints.label' })}
            defaultValue={values['label'] ?? ''}
            most={100}
          />
          <Choice
            key={languages.length}
            name={`${prefix}.language`}
            label={formatMessage({ id: 'change.field.contactPoints.language' })}
            defaultValue={values['language'] ?? ''}
          >
            <option value="">{formatMessage({ id: 'form.notSaid' })}</option>
            {languages.map(({ value: code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </Choice>
          <Field
            name={`${prefix}.hours`}
            label={formatMessage({ id: 'change.field.contactPoints.hours' })}
            defaultValue={values['hours'] ?? ''}
            most={100}
          />
          <Choice
            name={`${prefix}.audience`}
            label={formatMessage({ id: 'change.field.contactPoints.audience' })}
            defaultValue={values['audience'] ?? 'ALL_STAFF'}
          >
            {audiences.map((audience) => (
              <option key={audience} value={audience}>
                {formatMessage({ id: `change.audience.${audience}` })}
              </option>
            ))}
          </Choice>
        </div>
      </details>
      <RowTools row={row} name={title} list={list} isOrdered />
    </div>
  );
}
