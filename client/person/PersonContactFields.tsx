import { useContext } from 'react';
import { useIntl } from 'react-intl';

import { Choice, Field, LongField } from '#client/ui/Field.tsx';
import { FormProblem } from '#client/ui/Form.tsx';
import { type Row, useRows } from '#client/ui/useRows.ts';
import { useTerms } from '#client/vocabulary/TermPicker.tsx';

/** Those that people have, the usual first. */
const channels = [
  'PHONE',
  'SMS',
  'EMAIL',
  'WHATSAPP',
  'SIGNAL',
  'TELEGRAM',
  'VIBER',
  'FACEBOOK',
  'SPOND',
  'WEBSITE',
  'POST',
  'MEETING_PLACE',
] as const;
type Channel = (typeof channels)[number];
const audiences = ['ALL_STAFF', 'COORDINATORS', 'CRISIS_ONLY'] as const;

/**
 * Måter å nå personen på. One row for each, in the order to try them. What stands there is shown masked, and replaced without being seen; a
 * new one makes no consent.
 */
export function PersonContactFields({ known }: { known: readonly Record<string, string>[] }) {
  const { formatMessage } = useIntl();
  const { rows, listen, add, remove, move } = useRows('contactPoints', known);

  return (
    <fieldset ref={listen} className="form-rows" data-kept-field="contactPoints">
      <legend>{formatMessage({ id: 'organisation.contact' })}</legend>
      <p className="field-hint">{formatMessage({ id: 'person.contactConsent' })}</p>
      {rows.map((row, at) => (
        <ContactRow key={row.key} row={row} at={at}>
          <div className="form-row-tools">
            <MoveButton
              isUp
              isPossible={at > 0}
              name={nameOf(row, formatMessage)}
              onMove={() => move(row, -1)}
            />
            <MoveButton
              isPossible={at < rows.length - 1}
              name={nameOf(row, formatMessage)}
              onMove={() => move(row, 1)}
            />
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              onClick={() => remove(row)}
            >
              {formatMessage({ id: 'person.removeRow' })}
              <span className="ds-sr-only">: {nameOf(row, formatMessage)}</span>
            </button>
          </div>
        </ContactRow>
      ))}
      <button type="button" className="ds-button" data-variant="secondary" onClick={() => add()}>
        {formatMessage({ id: 'person.addContact' })}
      </button>
    </fieldset>
  );
}

type Format = ReturnType<typeof useIntl>['formatMessage'];

/** What it is called: its channel and what is seen of it; one that is new has neither. */
function nameOf({ values }: Row, formatMessage: Format): string {
  const { id, channel, masked } = values;
  if (!id) return formatMessage({ id: 'person.newContact' });
  return `${formatMessage({ id: `contactChannel.${channel as Channel}` })} ${masked}`;
}

function MoveButton({
  isUp = false,
  isPossible,
  name,
  onMove,
}: {
  isUp?: boolean;
  isPossible: boolean;
  name: string;
  onMove: () => void;
}) {
  const { formatMessage } = useIntl();
  return (
    <button
      type="button"
      className="ds-button"
      data-variant="tertiary"
      // It keeps the focus where it can go no further.
      aria-disabled={!isPossible}
      onClick={() => isPossible && onMove()}
      aria-label={formatMessage({ id: isUp ? 'person.moveUp' : 'person.moveDown' }, { name })}
    >
      <span aria-hidden="true">{isUp ? '↑' : '↓'}</span>
    </button>
  );
}

function ContactRow({ row, at, children }: { row: Row; at: number; children: React.ReactNode }) {
  const { formatMessage } = useIntl();
  const languages = useTerms('languages');
  const wrong = Object.keys(useContext(FormProblem)?.fields ?? {});
  const { values } = row;
  const prefix = `contactPoints.${at}`;
  const isKnown = Boolean(values['id']);
  const details = ['label', 'hours', 'language', 'audience'].map((it) => `${prefix}.${it}`);
  const hidden = (field: string) =>
    values[field] && <input type="hidden" name={`${prefix}.${field}`} value={values[field]} />;
  const value = {
    name: `${prefix}.value`,
    defaultValue: values['value'] ?? '',
    label: formatMessage({ id: isKnown ? 'person.newValue' : 'person.value' }),
    hint: formatMessage({ id: isKnown ? 'person.newValueHint' : 'person.valueHint' }),
    required: !isKnown,
  };

  return (
    <div role="group" aria-label={nameOf(row, formatMessage)} className="form-row">
      {hidden('id')}
      {isKnown ? (
        <p>
          <strong>{nameOf(row, formatMessage)}</strong>
          {hidden('channel')}
          {hidden('masked')}
        </p>
      ) : (
        <Choice
          name={`${prefix}.channel`}
          label={formatMessage({ id: 'change.field.contactPoints.channel' })}
          defaultValue={values['channel'] ?? 'PHONE'}
        >
          {channels.map((channel) => (
            <option key={channel} value={channel}>
              {formatMessage({ id: `contactChannel.${channel}` })}
            </option>
          ))}
        </Choice>
      )}
      {values['channel'] === 'POST' ? (
        <LongField {...value} most={500} rows={3} />
      ) : (
        <Field {...value} maxLength={500} autoComplete="off" />
      )}
      <details open={details.some((it) => wrong.includes(it)) || undefined}>
        <summary>{formatMessage({ id: 'person.contactDetails' })}</summary>
        <div className="form-row">
          <Field
            name={`${prefix}.label`}
            label={formatMessage({ id: 'person.contactLabel' })}
            hint={formatMessage({ id: 'person.contactLabelHint' })}
            defaultValue={values['label'] ?? ''}
            maxLength={100}
          />
          <Choice
            key={languages.length}
            name={`${prefix}.language`}
            label={formatMessage({ id: 'person.contactLanguage' })}
            defaultValue={values['language'] ?? ''}
          >
            <option value="">{formatMessage({ id: 'person.anyLanguage' })}</option>
            {languages.map(({ value: code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </Choice>
          <Field
            name={`${prefix}.hours`}
            label={formatMessage({ id: 'change.field.contactPoints.hours' })}
            hint={formatMessage({ id: 'person.contactHoursHint' })}
            defaultValue={values['hours'] ?? ''}
            maxLength={100}
          />
          <Choice
            name={`${prefix}.audience`}
            label={formatMessage({ id: 'change.field.contactPoints.audience' })}
            hint={formatMessage({ id: 'person.contactAudienceHint' })}
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
      {children}
    </div>
  );
}
