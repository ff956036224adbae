import { useIntl } from 'react-intl';

import type { Problem } from '#client/problem.ts';
import { Form } from '#client/ui/Form.tsx';

interface Number {
  readonly id: string;
  readonly of: string;
  readonly value: string;
}

/** Feil nummer. Which of them it was; it is marked as one that does not work, and stays in the register. */
export function WrongNumberForm({
  requestId,
  numbers,
  onSend,
  onClose,
}: {
  requestId: string;
  numbers: readonly Number[];
  onSend: (contactPointId: string) => Promise<Problem | null>;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();

  return (
    <Form
      name={`wrong number ${requestId}`}
      onLeave={onClose}
      submit={(values) => onSend(String(values.get('number') ?? ''))}
    >
      <fieldset className="call-facts">
        <legend>{formatMessage({ id: 'call.whichNumber' })}</legend>
        {numbers.map(({ id, of, value }, at) => (
          <label key={id} className="choice">
            <input
              type="radio"
              className="ds-input"
              name="number"
              value={id}
              defaultChecked={at === 0}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever pressed 5 is to say which.
              autoFocus={at === 0}
            />
            <span className="choice-label">{`${value} – ${of}`}</span>
          </label>
        ))}
      </fieldset>
      <div className="form-actions">
        <button type="submit" className="ds-button">
          {formatMessage({ id: 'call.markNumber' })}
        </button>
        <button type="reset" className="ds-button" data-variant="secondary">
          {formatMessage({ id: 'form.cancel' })}
        </button>
      </div>
    </Form>
  );
}
