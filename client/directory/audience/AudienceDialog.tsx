import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

import type { Problem } from '#client/problem.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Form } from '#client/ui/Form.tsx';

/** A dialog with one form, that closes when all is well. */
export function AudienceDialog({
  name,
  title,
  action,
  submit,
  onClose,
  children,
}: {
  /** By which the form is known while its author is away. */
  name: string;
  title: string;
  /** What the button does, in a verb. */
  action: string;
  submit: (values: FormData) => Promise<Problem | null>;
  onClose: () => void;
  children: ReactNode;
}) {
  const { formatMessage } = useIntl();

  async function done(values: FormData) {
    const problem = await submit(values);
    if (!problem) onClose();
    return problem;
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <Form name={name} submit={done}>
        {children}
        <div className="form-actions">
          <button type="submit" className="ds-button">
            {action}
          </button>
          <button type="button" className="ds-button" data-variant="secondary" onClick={onClose}>
            {formatMessage({ id: 'audience.cancel' })}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}
