import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

import { Field } from '#client/ui/Field.tsx';
import { placeName } from '#client/vocabulary/placeName.ts';
import { TermPicker } from '#client/vocabulary/TermPicker.tsx';
import { PersonContactFields } from './PersonContactFields.tsx';
import { contactRows, type Facts, languageRows } from './personFacts.ts';
import { PersonLanguageFields } from './PersonLanguageFields.tsx';

const willingnesses = [
  'CRISIS_MESSENGER',
  'COUNCIL_MEMBER',
  'DIALOGUE_MEETING',
  'OUTREACH',
] as const;

/** Feltene om en person. The same whether somebody is new or known; of who is new, nothing stands there yet. */
export function PersonFields({
  person,
  afterName,
}: {
  person?: Facts;
  /** What is asked about their name. */
  afterName?: ReactNode;
}) {
  const { formatMessage } = useIntl();
  return (
    <>
      <Field
        name="givenName"
        label={formatMessage({ id: 'change.field.givenName' })}
        defaultValue={person?.givenName}
        maxLength={200}
        autoComplete="off"
        required
      />
      <Field
        name="familyName"
        label={formatMessage({ id: 'change.field.familyName' })}
        defaultValue={person?.familyName}
        maxLength={200}
        autoComplete="off"
      />
      {afterName}
      <PersonContactFields known={person ? contactRows(person) : []} />
      <PersonLanguageFields known={person ? languageRows(person) : []} />
      <TermPicker
        list="areas"
        name="areas"
        label={formatMessage({ id: 'person.areas' })}
        hint={formatMessage({ id: 'person.areasHint' })}
        chosen={person?.areas.map((area) => ({ value: area.code, label: placeName(area) })) ?? []}
      />
      <TermPicker
        list="topics"
        name="topics"
        label={formatMessage({ id: 'person.topics' })}
        chosen={person?.topics.map(({ code, name }) => ({ value: code, label: name })) ?? []}
      />
      <fieldset className="form-choices">
        <legend>{formatMessage({ id: 'person.willingness' })}</legend>
        {willingnesses.map((kind) => (
          <label key={kind} className="choice">
            <input
              type="checkbox"
              className="ds-input"
              name="willingness"
              value={kind}
              defaultChecked={person?.willingness.includes(kind)}
            />
            <span className="choice-label">{formatMessage({ id: `willingness.${kind}` })}</span>
          </label>
        ))}
      </fieldset>
      <p className="field-hint">{formatMessage({ id: 'person.neverOrigin' })}</p>
    </>
  );
}
