import { useIntl } from 'react-intl';

import { Choice, Field } from '#client/ui/Field.tsx';
import { RowTools } from '#client/ui/RowTools.tsx';
import { useRows } from '#client/ui/useRows.ts';
import { useTerms } from '#client/vocabulary/TermPicker.tsx';

const uses = ['SHORT', 'ALIAS', 'FORMER', 'TRANSLATION'] as const;

/** Andre navn. One row for each: short, former and translated names, in their own scripts. */
export function OrganisationNameFields({
  known,
}: {
  known: readonly Readonly<Record<string, string>>[];
}) {
  const { formatMessage } = useIntl();
  const { rows, listen, add, remove, move } = useRows('names', known);
  const languages = useTerms('languages');

  return (
    <fieldset ref={listen} className="form-rows" data-kept-field="names">
      <legend>{formatMessage({ id: 'organisation.otherNames' })}</legend>
      {rows.map((row, at) => {
        const prefix = `names.${at}`;
        const title = row.values['name'] || formatMessage({ id: 'organisation.newName' });
        return (
          <div key={row.key} role="group" aria-label={title} className="form-row">
            {row.values['id'] && (
              <input type="hidden" name={`${prefix}.id`} value={row.values['id']} />
            )}
            <Field
              name={`${prefix}.name`}
              label={formatMessage({ id: 'change.field.names.name' })}
              defaultValue={row.values['name'] ?? ''}
              most={200}
              dir="auto"
              autoComplete="off"
              required
            />
            <Choice
              name={`${prefix}.use`}
              label={formatMessage({ id: 'change.field.names.use' })}
              defaultValue={row.values['use'] ?? 'ALIAS'}
            >
              {uses.map((use) => (
                <option key={use} value={use}>
                  {formatMessage({ id: `nameUse.${use}` })}
                </option>
              ))}
            </Choice>
            <Choice
              // The languages may come later than what is chosen among them.
              key={languages.length}
              name={`${prefix}.language`}
              label={formatMessage({ id: 'change.field.names.language' })}
              defaultValue={row.values['language'] ?? ''}
            >
              <option value="">{formatMessage({ id: 'form.notSaid' })}</option>
              {languages.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Choice>
            <RowTools row={row} name={title} list={{ rows, remove, move }} />
          </div>
        );
      })}
      <button type="button" className="ds-button" data-variant="secondary" onClick={() => add()}>
        {formatMessage({ id: 'organisation.addName' })}
      </button>
    </fieldset>
  );
}
