import { useIntl } from 'react-intl';

import { Field } from './Field.tsx';

/** Foten av et skjema. Why, for whoever reads the history, where one likes to say so; then what saves it, and the way out. */
export function FormFoot({ save }: { save: string }) {
  const { formatMessage } = useIntl();

  return (
    <>
      <Field
        name="reason"
        label={formatMessage({ id: 'form.whyOptional' })}
        hint={formatMessage({ id: 'staff.reasonHint' })}
        most={500}
      />
      <div className="form-actions form-actions-at-foot">
        <button type="submit" className="ds-button">
          {save}
        </button>
        <button type="reset" className="ds-button" data-variant="secondary">
          {formatMessage({ id: 'form.cancel' })}
        </button>
      </div>
    </>
  );
}
