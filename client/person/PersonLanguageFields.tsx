import { useIntl } from 'react-intl';

import { Choice } from '#client/ui/Field.tsx';
import { useRows } from '#client/ui/useRows.ts';
import { useTerms } from '#client/vocabulary/TermPicker.tsx';

const skills = ['speaks', 'understands', 'writes'] as const;
const levels = ['BASIC', 'GOOD', 'FLUENT'] as const;

/** Språk. One row for each: which, and how well they speak, understand and write it. */
export function PersonLanguageFields({ known }: { known: readonly Record<string, string>[] }) {
  const { formatMessage } = useIntl();
  const terms = useTerms('languages');
  const { rows, listen, add, remove } = useRows('languages', known);

  return (
    <fieldset ref={listen} className="form-rows" data-kept-field="languages">
      <legend>{formatMessage({ id: 'person.languages' })}</legend>
      {rows.map((row, at) => {
        const { values } = row;
        const name = terms.find(({ value }) => value === values['language'])?.label;
        return (
          <div
            key={row.key}
            role="group"
            aria-label={name ?? formatMessage({ id: 'person.newLanguage' })}
            className="form-row"
          >
            <Choice
              // Its own choice is there when the list has come.
              key={terms.length}
              name={`languages.${at}.language`}
              label={formatMessage({ id: 'person.language' })}
              defaultValue={values['language'] ?? ''}
              required
            >
              <option value="">{formatMessage({ id: 'person.choose' })}</option>
              {terms.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Choice>
            {skills.map((skill) => (
              <Choice
                key={skill}
                name={`languages.${at}.${skill}`}
                label={formatMessage({ id: `person.${skill}` })}
                defaultValue={values[skill] ?? ''}
              >
                <option value="">{formatMessage({ id: 'person.notTold' })}</option>
                {levels.map((level) => (
                  <option key={level} value={level}>
                    {formatMessage({ id: `languageLevel.${level}` })}
                  </option>
                ))}
              </Choice>
            ))}
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              onClick={() => remove(row)}
            >
              {formatMessage({ id: 'person.removeRow' })}
              {name && <span className="ds-sr-only">: {name}</span>}
            </button>
          </div>
        );
      })}
      <button type="button" className="ds-button" data-variant="secondary" onClick={() => add()}>
        {formatMessage({ id: 'person.addLanguage' })}
      </button>
    </fieldset>
  );
}
