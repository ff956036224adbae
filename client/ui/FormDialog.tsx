import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

import type { Problem } from '#client/problem.ts';
import { Dialog } from './Dialog.tsx';
import { Form } from './Form.tsx';

/** Bekreftelse. A dialog with one form: says what will happen and what will not, does it, and closes when all is well. */
export function FormDialog({
  name,
  title,
  action,
  submit,
  onClose,
  children,
}: {
  /** By which the form is known while one is away to sign in anew. */
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
            {formatMessage({ id: 'form.cancel' })}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}
