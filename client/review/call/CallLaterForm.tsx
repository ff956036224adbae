import { useIntl } from 'react-intl';

import type { Problem } from '#client/problem.ts';
import { Field } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';

/** Ring senere. The day and the hour that were agreed, on the clock of whoever rings. */
export function CallLaterForm({
  requestId,
  onSend,
  onClose,
}: {
  requestId: string;
  onSend: (againAt: string) => Promise<Problem | null>;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();

  return (
    <Form
      name={`call later ${requestId}`}
      onLeave={onClose}
      submit={(values) => {
        const typed = String(values.get('againAt') ?? '');
        return onSend(new Date(typed).toISOString());
      }}
    >
      <Field
        name="againAt"
        type="datetime-local"
        label={formatMessage({ id: 'call.againAt' })}
        required
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever pressed 3 is to say when.
        autoFocus
      />
      <div className="form-actions">
        <button type="submit" className="ds-button">
          {formatMessage({ id: 'call.saveLater' })}
        </button>
        <button type="reset" className="ds-button" data-variant="secondary">
          {formatMessage({ id: 'form.cancel' })}
        </button>
      </div>
    </Form>
  );
}
