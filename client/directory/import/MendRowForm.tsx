import { useIntl } from 'react-intl';

import type { Problem } from '#client/problem.ts';
import { Field } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import { useSaid } from './useSaid.ts';

/** Rette cellene i en rad, der de står. What is changed is compared anew when it is saved. */
export function MendRowForm({
  name,
  cells,
  columns,
  flaws,
  headingOf,
  submit,
  onCancel,
}: {
  name: string;
  cells: readonly string[];
  columns: readonly { column: number }[];
  flaws: readonly { column: number | null; reason: string; line: number | null }[];
  headingOf: (column: number) => string;
  submit: (
    changed: readonly { column: number; value: string }[],
    everywhere: boolean,
  ) => Promise<Problem | null>;
  onCancel: () => void;
}) {
  const { formatMessage } = useIntl();
  const said = useSaid();
  const hintOf = (column: number) => {
    const flaw = flaws.find((it) => it.column === column);
    return flaw && said('import.flaw', flaw.reason, { line: flaw.line ?? '' });
  };

  return (
    <Form
      name={name}
      submit={(values) =>
        submit(
          columns.flatMap(({ column }) => {
            const value = String(values.get(`cell ${column}`));
            return value === (cells[column] ?? '') ? [] : [{ column, value }];
          }),
          values.has('everywhere'),
        )
      }
    >
      <div className="import-cells">
        {columns.map(({ column }) => {
          const hint = hintOf(column);
          return (
            <Field
              key={column}
              name={`cell ${column}`}
              label={headingOf(column)}
              defaultValue={cells[column] ?? ''}
              {...(hint && { hint })}
            />
          );
        })}
      </div>
      {flaws.some(({ column }) => column !== null) && (
        <label className="choice">
          <input type="checkbox" className="ds-input" name="everywhere" value="yes" />
          <span className="choice-label">{formatMessage({ id: 'import.mendEverywhere' })}</span>
        </label>
      )}
      <div className="import-actions">
        <button type="submit" className="ds-button">
          {formatMessage({ id: 'import.mendSave' })}
        </button>
        <button type="button" className="ds-button" data-variant="tertiary" onClick={onCancel}>
          {formatMessage({ id: 'form.cancel' })}
        </button>
      </div>
    </Form>
  );
}
